export const answerStatuses = ['answered', 'unanswered', 'dont_know', 'not_asked', 'no_source'] as const
export type AnswerStatus = (typeof answerStatuses)[number]

/** Asked: the question was put, whatever came of it. The denominator of every theme with questions. */
export function isAsked(status: AnswerStatus): boolean {
  return status === 'answered' || status === 'unanswered' || status === 'dont_know'
}
