import type { SpanKind, SpeakerRole } from './source.ts'
import { type Span, subtract, trimSpan } from './span.ts'
import type { TranscriptParagraph } from './transcript.ts'

type Part = Pick<TranscriptParagraph, 'start' | 'end' | 'labels' | 'asked'>

/**
 * What a paragraph is coded by where nobody selects anything in it: from the first to the last of its words that are no label, question or preamble.
 * Null where it has none: nothing but a question, or the preamble of an interview.
 */
export function ownWords(paragraph: Part, text: string): Span | null {
  return ownPart(paragraph, [...paragraph.labels, ...paragraph.asked], text)
}

/** A stretch from the first to the last of its words that lie under none of `others`; null where all do. */
export function ownPart(stretch: Span, others: readonly Span[], text: string): Span | null {
  const own = subtract([stretch], others)
    .map((span) => trimSpan(text, span))
    .filter(({ start, end }) => end > start)
  return own.length === 0 ? null : { start: own[0]!.start, end: own.at(-1)!.end }
}

/** The questions and preambles that are nobody's to be quoted by: all but those that stand in the interviewer's own turns, where it is seen who speaks. */
export function askedAmongOthers<S extends Span & { readonly kind: SpanKind; readonly role: SpeakerRole | null }>(spans: readonly S[]): S[] {
  const asks = spans.filter(({ kind, role }) => kind === 'turn' && role === 'interviewer')
  let at = 0
  return spans.filter((one) => {
    if (one.kind !== 'question' && one.kind !== 'preamble') return false
    while (at < asks.length && asks[at]!.end <= one.start) at++
    return !(at < asks.length && asks[at]!.start < one.end)
  })
}
