/** A stretch of a memo: words as they stand, or the address of a quotation. */
export type MemoPart = { readonly words: string } | { readonly address: string; readonly slug: string; readonly guid: string }

const ADDRESS = /(?:https?:\/\/[^\s/]+)?\/projects\/([^\s/]+)\/q\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi

/** A memo cut at the addresses of quotations in it; the parts joined are the memo. */
export function partsOfMemo(text: string): MemoPart[] {
  const parts: MemoPart[] = []
  let at = 0
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > at) parts.push({ words: text.slice(at, match.index) })
    parts.push({ address: match[0], slug: match[1]!, guid: match[2]!.toLowerCase() })
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ words: text.slice(at) })
  return parts
}

/** The quotations that memos link to. */
export function guidsIn(memos: readonly { readonly text: string }[]): string[] {
  return [...new Set(memos.flatMap(({ text }) => partsOfMemo(text).flatMap((part) => ('guid' in part ? [part.guid] : []))))]
}

/** What a memo's link to a quotation shows: its words are read from the text each time, never kept in the memo. */
export type QuotationLink = {
  readonly guid: string
  readonly state: 'stands' | 'waits'
  readonly words: string
  readonly source: string
  /** The number of its paragraph; null where it waits to be laid again. */
  readonly paragraph: number | null
}

/** The first words of a passage, to know it by. */
export function firstWords(text: string, most = 8): string {
  const words = text.trim().split(/\s+/)
  return words.length > most ? `${words.slice(0, most).join(' ')} …` : words.join(' ')
}
