import { type RawBuilder, sql } from 'kysely'

// SQLite's own JSON: many narrow rows come out as one text, at a third of the time of as many objects.

/** One column that packs rows of numbers into a text, for `unpack`. */
export function packed(...columns: string[]): RawBuilder<string> {
  return sql<string>`json_group_array(json_array(${sql.join(columns.map((column) => sql.ref(column)))}))`
}

export function unpack(text: string | null | undefined): number[][] {
  return text ? (JSON.parse(text) as number[][]) : []
}

/** Is this column one of these? Any number of them, bound as one value. */
export function among(column: string, ids: Iterable<number>): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify([...ids])}))`
}

/** Rows of numbers as a table to join, named `asked` and bound as one value. */
export function asked(rows: readonly (readonly number[])[]) {
  return sql<{ value: string }>`json_each(${JSON.stringify(rows)})`.as('asked')
}

/** A column of the table `asked`, from 0. */
export function askedColumn(at: number): RawBuilder<number> {
  return sql<number>`asked.value ->> ${sql.lit(at)}`
}
