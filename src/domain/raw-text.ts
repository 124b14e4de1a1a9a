import type { Mark } from './mark.ts'
import type { Loss, Repair, Warning } from './read-notes.ts'

/**
 * What a file gave, before anybody understood it. `text` is normalised and never changes afterwards: repairs are edits on it.
 * `layout` says what a line is: a paragraph, the line of a page or a screen (pages parted by a form feed), or not known (plain text).
 */
export type RawText = {
  readonly text: string
  readonly layout: 'paragraphs' | 'lines' | 'unknown'
  readonly marks: readonly Mark[]
  /** Who speaks, where the format itself says so, as they are called in `text`: nobody need guess whether they are people. */
  readonly voices?: readonly string[]
  readonly repairs: readonly Repair[]
  readonly losses: readonly Loss[]
  readonly warnings: readonly Warning[]
}

/** Rows of a sheet as they were, the names of the columns first. Cells are trimmed text; a short row has fewer. */
export type RawTable = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly repairs: readonly Repair[]
  readonly losses: readonly Loss[]
  readonly warnings: readonly Warning[]
}

/** A file read as far as its format goes. What follows, from here to sources, is the same for all formats and can be done again with other wishes. */
export type Extracted = { readonly kind: 'text'; readonly raw: RawText } | { readonly kind: 'table'; readonly table: RawTable }
