import { countWords } from '../word.ts'
import { utterancesOf } from './utterance.ts'

/** Somebody does not know, can't or won't say. */
const DONT_KNOW =
  /(?<![\p{L}])(?:(?:vet|veit|visste) (?:(?:jag|jeg|eg|vi|me|du|faktiskt|faktisk|egentligen|egentlig|dessverre|tyvärr|rett og slett|ærlig talt|nog|heller|ju|jo|helt|riktigt|det),? ?)*(?:inte|int|ikke|ikkje|ej)|(?:inte|ikke) vet|ingen (?:aning|anelse|peiling|formening|mening om|uppfattning|kommentar(?:er)?|åsikt)|(?:kan|kunne|vil|vill|kommer att|får|vågar|tør) (?:(?:jag|jeg|eg|vi|me|faktiskt|dessverre|tyvärr|egentlig|egentligen|jo|ju) )*(?:inte|int|ikke|ikkje) (?:\p{L}+ ){0,3}?(?:svare|svara|uttale|uttala|si noe|säga|kommentere|kommentera|på det)|borde jag veta|burde jeg (?:vite|visst)|har (?:jag|jeg|vi|eg) (?:\p{L}+ )?(?:inget|ingen|ikke noe|ikkje noko|inte något) (?:bra |godt )?(?:svar|koll|uppfattning|oversikt|mening|aning)|har (?:ikke|ikkje|inget|inte|ingen) (?:noe |noko |något |bra |godt )?(?:svar|formening|koll|oversikt)(?: på)?|hoppar över|hopper over|står över|pass|(?:do not|don[’']t|didn[’']t|wouldn[’']t|dunno) ?(?:really |actually |honestly )?know|no (?:idea|comment|opinion)|not sure|unsure|(?:can(?:no|[’'])t|couldn[’']t|could not|can not|unable to|not able to) (?:really |honestly )?(?:answer|say|comment|tell))(?![\p{L}])/iu
const NOTHING =
  /^[\s([{<–—-]*(?:ikke (?:be)?svart?|ubesvart|inget svar|ej svar|ej besvarad|obesvarad|ingen svar|intet svar|no answer|not answered|n\/?a|unanswered)?[\s\])}>.–—-]*$/iu

/** So many words besides, for each time it is said, can be a courtesy, a hesitation, whom to ask instead, or why one does not know. */
const BESIDES = { saidFirst: 20, saidLater: 8 }
/** A sentence that says "I don't know" and goes on for longer than this says something too. */
const LONG_SENTENCE = 25

/** Is there anything but marks and notes that nothing was answered? */
export function saysNothing(words: string): boolean {
  return NOTHING.test(words) || !/[\p{L}\p{N}]/u.test(words)
}

/**
 * Does an answer say that its question can't be answered? `nothing-else`: and nothing substantial besides; `and-more`: it
 * begins so and goes on, which somebody should read; `no`. `parts`: the answer's words, in order.
 */
export function saysUnknown(parts: readonly string[]): 'nothing-else' | 'and-more' | 'no' {
  const sentences = parts.flatMap((part) => part.split('\n').flatMap((line) => utterancesOf(line).map(({ start, end }) => line.slice(start, end))))
  const unknown = sentences.map((sentence) => DONT_KNOW.test(sentence))
  if (!unknown.includes(true)) return 'no'
  const besides = sentences.reduce((sum, sentence, at) => sum + Math.max(0, countWords(sentence) - (unknown[at] ? LONG_SENTENCE : 0)), 0)
  const saidFirst = unknown[0] || (unknown[1] && countWords(sentences[0]!) <= 4)
  if (besides <= (saidFirst ? BESIDES.saidFirst : BESIDES.saidLater) * unknown.filter(Boolean).length) return 'nothing-else'
  return saidFirst ? 'and-more' : 'no'
}
