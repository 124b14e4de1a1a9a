export const answerStatuses = ['answered', 'unanswered', 'dont_know', 'not_asked', 'no_source'] as const
export type AnswerStatus = (typeof answerStatuses)[number]
/** What a person or a rule can say of an answer; that there is no source is seen from the sources. */
export const givenStatuses = ['answered', 'unanswered', 'dont_know', 'not_asked'] as const satisfies readonly AnswerStatus[]
export type GivenStatus = (typeof givenStatuses)[number]

/** How an answer counts: as it is; or not at all, while all of its words wait to be laid again since a text was changed. */
export type CountedStatus = AnswerStatus | 'waiting'

/** Asked: the question was put, whatever came of it. The denominator of every theme with questions. */
export function isAsked(status: CountedStatus): boolean {
  return status === 'answered' || status === 'unanswered' || status === 'dont_know'
}

/** From the best to the least that can be said of a case with several questions, or of a question in several sources: one answer is an answer. */
const best: readonly CountedStatus[] = ['answered', 'waiting', 'dont_know', 'unanswered', 'not_asked', 'no_source']

export function betterStatus<S extends CountedStatus>(a: S, b: S): S {
  return best.indexOf(a) <= best.indexOf(b) ? a : b
}
