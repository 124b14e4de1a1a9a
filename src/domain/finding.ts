/** What a case says of a theme or of a question, as somebody has judged it. */
export const findingStates = ['yes', 'no', 'partly'] as const
export type FindingState = (typeof findingStates)[number]
