import type { RawTable } from './raw-text.ts'
import { Refusal } from './refusal.ts'
import type { Understanding, Unsaved } from './understand.ts'

/** The sources in a sheet: one a row, or one an open question; its other columns are attributes of the cases. */
export function understandTable(_table: RawTable, _how: Understanding): Unsaved[] {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.csv' })
}
