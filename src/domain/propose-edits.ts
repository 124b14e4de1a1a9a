import type { RawText } from './raw-text.ts'
import type { TextEdit } from './text-edit.ts'

/** How often a form stands in the whole collection: evidence for how a word is written. Forms are in lower case. */
export type Evidence = (form: string) => number

/** What to mend in a text that came from a page or a screen, in the order of the text. */
export function proposeEdits(_raw: RawText, _evidence: Evidence): TextEdit[] {
  return []
}
