import type { AnswerStatus } from './answer.ts'
import type { Span } from './span.ts'

/**
 * What became of one question in one interview. `asked`: where it is put, word for word or altered. `spans`: what is
 * answered, 0..n parts in the order of the text, without the question's own words, labels and the interviewer's turns.
 * `confidence`: 0 to 1; under `LOW_CONFIDENCE` somebody should look.
 */
export type RecognisedAnswer = {
  readonly number: number
  readonly status: Exclude<AnswerStatus, 'no_source'>
  readonly asked: readonly Span[]
  readonly spans: readonly Span[]
  readonly confidence: number
}
/**
 * `fit`: the share of the guide's questions that are asked, 0 to 1, to tell which of several guides an interview followed.
 * `preamble`: what stands before the first question and is the interviewer's. `beside`: where no speaker is marked, what else
 * is not the informant's: questions that the guide lacks, follow-ups and headings.
 */
export type Recognised = {
  readonly answers: readonly RecognisedAnswer[]
  readonly preamble: readonly Span[]
  readonly beside: readonly Span[]
  readonly fit: number
}
