import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Schema } from './schema.ts'

// SQLite's own JSON: many narrow rows come out as one text, at a third of the time of as many objects.

/** One column that packs rows of numbers into a text, for `unpack`. */
export function packed(...columns: string[]): RawBuilder<string> {
  return sql<string>`json_group_array(json_array(${sql.join(columns.map((column) => sql.ref(column)))}))`
}

export function unpack(text: string | null | undefined): number[][] {
  return text ? (JSON.parse(text) as number[][]) : []
}

/** The rows of a query in its own order, each with these columns of it: for the many that a long source or a whole project has. */
export async function listPacked<R extends readonly unknown[] = number[]>(db: Db, inOrder: SelectQueryBuilder<Schema, any, any>, columns: readonly string[]) {
  return unpack(await packInOrder(db, inOrder, columns)) as unknown as R[]
}

/** The same as one text. */
export async function packInOrder(db: Db, inOrder: SelectQueryBuilder<Schema, any, any>, columns: readonly string[]): Promise<string | undefined> {
  const query = db.selectFrom(inOrder.as('one')).select(packed(...columns).as('rows'))
  return (await query.executeTakeFirst())?.rows
}

/** The same rows as one row of numbers, whole and not negative, one after another: a third of the time again, and no row to collect after. */
export function unpackFlat(text: string | null | undefined): Uint32Array {
  if (!text) return new Uint32Array()
  const numbers = new Uint32Array(text.length >> 1)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    let digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) continue
    let number = 0
    for (; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - ZERO) number = 10 * number + digit
    numbers[length++] = number
  }
  return numbers.subarray(0, length)
}
const ZERO = 48

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
