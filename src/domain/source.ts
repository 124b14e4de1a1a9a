export const sourceKinds = ['interview', 'focus group', 'workshop', 'observation', 'survey', 'report', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

export const sourceLanguages = ['sv', 'nb', 'nn', 'en'] as const
export type SourceLanguage = (typeof sourceLanguages)[number]

export const sourceStatuses = ['not started', 'in work', 'done'] as const
export type SourceStatus = (typeof sourceStatuses)[number]

/** What a stretch of a source's text is, beside its words. Labels, timestamps, questions and preambles are never the informant's words. */
export type SpanKind = 'turn' | 'label' | 'timestamp' | 'question' | 'preamble'
export type SpeakerRole = 'interviewer' | 'informant' | 'other'

/** Labels and timestamps stand beside the words, not among them. */
export function isShownApart({ kind }: { kind: SpanKind }): boolean {
  return kind === 'label' || kind === 'timestamp'
}
