import { type Span, subtract, trimSpan } from './span.ts'
import type { TranscriptParagraph } from './transcript.ts'

type Part = Pick<TranscriptParagraph, 'start' | 'end' | 'labels' | 'asked'>

/**
 * What a paragraph is coded by where nobody selects anything in it: from the first to the last of its words that are no label, question or preamble.
 * Null where it has none: nothing but a question, or the preamble of an interview.
 */
export function ownWords(paragraph: Part, text: string): Span | null {
  const own = subtract([paragraph], [...paragraph.labels, ...paragraph.asked])
    .map((span) => trimSpan(text, span))
    .filter(({ start, end }) => end > start)
  return own.length === 0 ? null : { start: own[0]!.start, end: own.at(-1)!.end }
}
