import type { Mark } from './raw-text.ts'
import type { ReadSpan } from './read-source.ts'
import type { RecognisedTurns } from './recognise-turns.ts'

/** Questions that a document tells from answers by its type: stretches set bold or italic that are mostly questions. Spans of kind `question`. */
export function questionSpans(_text: string, _marks: readonly Mark[], _turns: Pick<RecognisedTurns, 'spans'>): ReadSpan[] {
  return []
}
