const ENDS = /\?["”»’'*_)\s]*$/
const BEGINS =
  /^(?:\d{1,3}[.)]\s*|[a-h][.)]\s+)?(?:vad|vem|vilk(?:en|et|a)|hur|när|var(?:för|t|ifrån)?|finns|har|är|kan|ska|tror|tycker|anser|beskriv|berätta|hva|hvem|hvilke[nt]?|hvordan|når|hvor(?:for)?|finnes|kva|kven|korleis|kvifor|kvar|beskrev|fortell|what|who|which|how|when|where|why|is|are|do|does|did|can|could|would|describe|tell|explain)(?=[\s,])/i

/** Whether words are put as a question: they end in a question mark, or begin with a word that asks. */
export function readsAsQuestion(words: string): boolean {
  const said = words.trim()
  return ENDS.test(said.slice(-20)) || /\? \S/.test(said) || BEGINS.test(said.slice(0, 60))
}

/** Whether words end in a question mark. */
export function endsAsQuestion(words: string): boolean {
  return ENDS.test(words.trim().slice(-20))
}
