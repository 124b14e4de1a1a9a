import type { AnswerStatus } from './answer.ts'
import type { Guide } from './guide.ts'
import type { ReadSpan, ReadSpeaker } from './read-source.ts'
import type { SourceLanguage } from './source.ts'
import type { Span } from './span.ts'

/** A text as a guide is looked for in it. `spans` as import found them (turns, labels, timestamps, preambles, questions by type). */
export type Interview = {
  readonly text: string
  readonly language: SourceLanguage
  readonly speakers: readonly ReadSpeaker[]
  readonly spans: readonly ReadSpan[]
}

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
/** `fit`: the share of the guide's questions that are asked, 0 to 1, to tell which of several guides an interview followed. `preamble`: what stands before the first question and is the interviewer's. */
export type Recognised = { readonly answers: readonly RecognisedAnswer[]; readonly preamble: readonly Span[]; readonly fit: number }

export const LOW_CONFIDENCE = 0.6

/** Where each question of a guide is asked in an interview, and what is answered. One answer for every question of the guide, in its order. */
export function recogniseAnswers(_interview: Interview, guide: Guide): Recognised {
  const answers = guide.sections.flatMap((section) =>
    section.questions.map(({ number }) => ({ number, status: 'not_asked' as const, asked: [], spans: [], confidence: 0 })),
  )
  return { answers, preamble: [], fit: 0 }
}
