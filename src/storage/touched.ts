import { sql } from 'kysely'
import type { ActTable } from './ledger.ts'
import type { Db } from './schema.ts'

/** Which tables acts after one have changed. */
export async function listTouchedTables(db: Db, afterActId: number): Promise<Set<string>> {
  const rows = await db.selectFrom('change').select('table_name').distinct().where('act_id', '>', afterActId).execute()
  return new Set(rows.map(({ table_name }) => table_name))
}

/** The sources whose labels or times acts after one have changed. SQLite's own JSON. */
export async function listSourcesWithOtherSpans(db: Db, afterActId: number): Promise<number[]> {
  const of = (column: string) => sql<number>`json_extract(coalesce(after, before), ${sql.lit(`$.${column}`)})`
  const rows = await db
    .selectFrom('change')
    .select(of('source_id').as('id'))
    .distinct()
    .where('act_id', '>', afterActId)
    .where('table_name', '=', 'source_span')
    .where(of('kind'), 'in', ['label', 'timestamp'] as never)
    .execute()
  return rows.map(({ id }) => id)
}

/** The rows of a source in one table that neither this act nor any after it has changed: they lie where they lay before it. */
export async function listUntouchedSince(db: Db, table: ActTable, sourceId: number, actId: number): Promise<number[]> {
  // By the acts, of which there are few: the changes of a table are many.
  const since = db.selectFrom('change').select('row_id').where(sql`+table_name`, '=', table).where('act_id', '>=', actId)
  const rows = db
    .selectFrom(table as 'quotation')
    .select('id')
    .where('source_id', '=', sourceId)
  return (await rows.where('id', 'not in', since).execute()).map(({ id }) => id)
}
