import type { Mark } from './mark.ts'
import { paragraphsOf } from './paragraph.ts'
import type { ReadSpan } from './read-source.ts'
import { endsAsQuestion, readsAsQuestion } from './reads-as-question.ts'
import type { RecognisedTurns } from './recognise-turns.ts'
import { type Span, unionOf } from './span.ts'

/** Stretches of a type at least, the share of them that end as questions, and the most of the text that questions are. */
const LEAST = { stretches: 3, asks: 0.5 }
const MOST_OF_TEXT = 0.6

/**
 * Questions that a document tells from answers by its type: paragraphs, or their beginnings, that are wholly bold (or
 * wholly italic) and mostly end as questions. Spans of kind `question`, in the order of the text. None where somebody is
 * marked as speaking: who asks is told already.
 */
export function questionSpans(text: string, marks: readonly Mark[], turns: Pick<RecognisedTurns, 'spans'>): ReadSpan[] {
  if (turns.spans.some((span) => span.kind === 'turn')) return []
  for (const kind of ['bold', 'italic'] as const) {
    const set = marks.filter((mark) => mark.kind === kind)
    if (set.length === 0) continue
    const found = stretchesOf(text, closed(text, unionOf(set)))
    const asked = found.filter((span) => readsAsQuestion(text.slice(span.start, span.end)))
    const asking = found.filter((span) => endsAsQuestion(text.slice(span.start, span.end))).length
    const length = asked.reduce((sum, span) => sum + span.end - span.start, 0)
    const tells = asked.length >= LEAST.stretches && asking >= found.length * LEAST.asks && length < text.trim().length * MOST_OF_TEXT
    if (tells) return asked.map((span) => ({ kind: 'question', ...span, speaker: null }))
  }
  return []
}

/** Stretches with nothing but spaces between them are one: a writer's program parts them where it likes. */
function closed(text: string, spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = joined.at(-1)
    if (last && /^[ \t]*$/.test(text.slice(last.end, start))) last.end = end
    else joined.push({ start, end })
  }
  return joined
}

/** What is set so at the beginning of each paragraph, to the paragraph's end or to a place between words. Both are in order. */
function stretchesOf(text: string, set: readonly Span[]): Span[] {
  const found: Span[] = []
  let at = 0
  for (const { start, end } of paragraphsOf(text)) {
    const words = text.slice(start, end)
    const from = start + words.length - words.trimStart().length
    while (at < set.length && set[at]!.end <= from) at++
    const mark = set[at]
    if (!mark || mark.start > from || words.trim() === '') continue
    const stop = Math.min(mark.end, end)
    const head = text.slice(from, stop).trimEnd()
    const between = /[\s\p{P}]/u.test(text[stop - 1]!) || /^(?:[\s\p{P}]|$)/u.test(text.slice(stop, stop + 1))
    if (between && /\p{L}/u.test(head)) found.push({ start: from, end: from + head.length })
  }
  return found
}
