import type { SpanKind, SpeakerRole } from './source.ts'
import { type Span, subtract } from './span.ts'

/**
 * "The informant's words": turns of informants, without labels, timestamps, questions and preambles. Where a text has no
 * turns, all of it without questions and preambles. Word counts, shares, clouds and `role:informant` all ask here.
 */
export function informantSpans(text: { readonly length: number }, spans: readonly (Span & { kind: SpanKind; role: SpeakerRole | null })[]): Span[] {
  const turns = spans.filter((span) => span.kind === 'turn')
  const said = turns.length > 0 ? turns.filter((turn) => turn.role === 'informant') : [{ start: 0, end: text.length }]
  return subtract(
    said,
    spans.filter((span) => span.kind !== 'turn'),
  )
}
