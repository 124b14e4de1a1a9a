import type { SpeakerRole } from './source.ts'

/** What a person fixed of a label, by the label as the file has it in lower case: another name, a role, or that it is nobody who speaks. */
export type SpeakerFix = { readonly name?: string; readonly role?: SpeakerRole; readonly nobody?: boolean }

/**
 * How a person wants a file read, where it should be otherwise than guessed. A file is read again with other options as
 * often as wanted, from what was extracted; only another encoding goes back to its bytes.
 */
export type ReadOptions = {
  /** The name of an encoding (as TextDecoder knows it), where the guess was wrong. */
  readonly encoding: string | null
  /** A file of many interviews: parted by headings that recur, not at all, or by the pattern (a regular expression) that headings match. */
  readonly split: 'auto' | 'none' | { readonly pattern: string }
  /** Repairs that are not wanted: keys of edits, or kinds. */
  readonly refused: readonly string[]
  readonly speakers: Readonly<Record<string, SpeakerFix>>
  /** A sheet: one source a row, one source an open question, or cases with their attributes and no text. Null: as guessed. */
  readonly table: 'rows' | 'questions' | 'cases' | null
}

export const asGuessed: ReadOptions = { encoding: null, split: 'auto', refused: [], speakers: {}, table: null }
