import type { Span } from './span.ts'
import { wordsOf } from './word.ts'

export const nudges = ['start-back', 'start-on', 'end-back', 'end-on'] as const
/** Which edge of a passage moves by a word, and which way. */
export type Nudge = (typeof nudges)[number]

/** UTF-16 units looked at beside an edge: no word is longer. */
const NEAR = 2000

/** The span with one edge moved by a word. The same span where there is no word to take in, or none would be left. */
export function nudge(text: string, span: Span, way: Nudge): Span {
  const from = Math.max(0, (way.startsWith('start') ? span.start : span.end) - NEAR)
  const words = wordsOf(text.slice(from, from + 2 * NEAR), from)
  if (way === 'end-on') return { ...span, end: words.find((word) => word.end > span.end)?.end ?? span.end }
  if (way === 'start-back') return { ...span, start: words.findLast((word) => word.start < span.start)?.start ?? span.start }
  if (way === 'end-back') return { ...span, end: words.findLast((word) => word.end < span.end && word.end > span.start)?.end ?? span.end }
  return { ...span, start: words.find((word) => word.start > span.start && word.start < span.end)?.start ?? span.start }
}
