import type { Span } from '../domain/span.ts'

/** A row as the history keeps it, by its columns. */
export type Stored = Record<string, unknown>
export type Offsets = { start_offset: number; end_offset: number }

/** Where a row that lies on a text lies. */
export function spanOf(row: Readonly<Stored>): Span {
  return { start: Number(row['start_offset']), end: Number(row['end_offset']) }
}

/** A span as the columns of a row. */
export function offsetsOf({ start, end }: Span): Offsets {
  return { start_offset: start, end_offset: end }
}
