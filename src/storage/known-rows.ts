import { rowOf } from './acts.ts'
import type { ActTable } from './ledger.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

export type KnownRow = Record<string, unknown>

/** A row as the history last knew it, whether it still stands or not; `upTo`: as an act left it. */
export async function findLastRow(db: Db, table: ActTable, rowId: number, upTo?: number): Promise<KnownRow | undefined> {
  return (await listLastRows(db, table, [rowId], upTo)).get(rowId)
}

/** The same of many rows, by their ids; a row that the history does not know is left out. */
export async function listLastRows(db: Db, table: ActTable, rowIds: readonly number[], upTo?: number): Promise<Map<number, KnownRow>> {
  if (rowIds.length === 0) return new Map()
  let last = changesOf(db, table, rowIds)
    .select((eb) => eb.fn.max('id').as('id'))
    .groupBy('row_id')
  if (upTo !== undefined) last = last.where('act_id', '<=', upTo)
  const rows = await db.selectFrom('change').select(['row_id', 'before', 'after']).where('id', 'in', last).execute()
  return new Map(rows.map(({ row_id, before, after }) => [row_id, rowOf(after ?? before)!]))
}

/** Rows as they stood before an act, which may have changed them more than once; what it made, and what the history does not know, is left out. */
export async function listKnownBefore(db: Db, table: ActTable, rowIds: readonly number[], actId: number): Promise<Map<number, KnownRow>> {
  if (rowIds.length === 0) return new Map()
  const own = changesOf(db, table, rowIds).select(['row_id', 'before']).where('act_id', '=', actId).orderBy('id', 'desc')
  const rows = await listLastRows(db, table, rowIds, actId)
  // The first of the act's changes comes last, and holds.
  for (const { row_id, before } of await own.execute())
    if (before === null) rows.delete(row_id)
    else rows.set(row_id, rowOf(before)!)
  return rows
}

function changesOf(db: Db, table: ActTable, rowIds: readonly number[]) {
  return db.selectFrom('change').where('table_name', '=', table).where(among('row_id', rowIds))
}
