import { type Span, unionOf } from './span.ts'
import { wordStarts } from './word-starts.ts'

/** How many words are said in a source, and how many of them begin under a quotation. */
export type WordsCovered = { readonly words: number; readonly coded: number }

/**
 * Count the words that begin within `said`, and of these the ones that begin under a quotation: where `said` begins in the middle of a word,
 * that word is none of its own, here as in every matrix. `said` is in order and does not overlap.
 */
export function wordsCovered(text: string, said: readonly Span[], quotations: readonly Span[]): WordsCovered {
  const coded = unionOf(quotations)
  const found = { words: 0, coded: 0 }
  const [inSaid, inCoded] = [within(said), within(coded)]
  for (const start of wordStarts(text)) {
    if (!inSaid(start)) continue
    found.words++
    if (inCoded(start)) found.coded++
  }
  return found
}

/** Whether an offset lies in any of some spans, which are in order and do not overlap; asked of offsets that only grow. */
function within(spans: readonly Span[]): (offset: number) => boolean {
  let at = 0
  return (offset) => {
    while (at < spans.length && spans[at]!.end <= offset) at++
    return at < spans.length && spans[at]!.start <= offset
  }
}

/** What to look at, and what it is about: a source, a case, a speaker in a source, a theme or a question. `n`: what the sentence counts. */
export const gaps = ['uncoded-source', 'thin-source', 'unquoted-case', 'unquoted-speaker', 'uncited-case', 'one-informant', 'uncoded-question'] as const
export type Gap = (typeof gaps)[number]
export type Warning = { readonly gap: Gap; readonly id: number; readonly name: string; readonly sourceId?: number; readonly other?: string; readonly n: number }

/** Sources of which much less is coded than of the others: less than half of the median share, where there are four or more. */
export function thinSources<S extends WordsCovered>(sources: readonly S[]): S[] {
  const shares = sources.filter(({ words, coded }) => words > 0 && coded > 0)
  if (shares.length < 4) return []
  const sorted = shares.map(({ words, coded }) => coded / words).sort((a, b) => a - b)
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
  return shares.filter(({ words, coded }) => coded / words < median / 2)
}
