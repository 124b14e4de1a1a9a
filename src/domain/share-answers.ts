import type { GivenStatus } from './answer.ts'
import type { Recognised, RecognisedAnswer } from './recognised.ts'
import { type Span, trimSpan } from './span.ts'

/** A case that speaks in a source of its own voice: the stretches of its turns. */
export type SpeakingCase = { readonly caseId: number; readonly spans: readonly Span[] }
export type SharedAnswer = {
  readonly caseId: number
  readonly number: number
  readonly status: GivenStatus
  readonly spans: readonly Span[]
  readonly confidence: number
}

/**
 * What a source's answers mean for each of its cases. Where speakers are cases (a focus group), each has the parts inside
 * its own turns: it answered where it has any, and else left what was asked unanswered. Elsewhere every case of the source has all.
 */
export function shareAnswers(text: string, { answers }: Recognised, cases: readonly number[], speaking: readonly SpeakingCase[]): SharedAnswer[] {
  if (speaking.length === 0)
    return cases.flatMap((caseId) => answers.map(({ number, status, spans, confidence }) => ({ caseId, number, status, spans, confidence })))
  return speaking.flatMap(({ caseId, spans }) =>
    answers.map((answer) => {
      const own = within(text, answer.spans, spans)
      return { caseId, number: answer.number, status: ownStatus(answer, own), spans: own, confidence: answer.confidence }
    }),
  )
}

function ownStatus({ status }: RecognisedAnswer, own: readonly Span[]): GivenStatus {
  if (status === 'not_asked') return 'not_asked'
  return own.length === 0 ? 'unanswered' : status
}

function within(text: string, spans: readonly Span[], turns: readonly Span[]): Span[] {
  const shared = spans.flatMap((span) => turns.map((turn) => ({ start: Math.max(span.start, turn.start), end: Math.min(span.end, turn.end) })))
  return shared
    .filter(({ start, end }) => start < end)
    .map((span) => trimSpan(text, span))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
}
