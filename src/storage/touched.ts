import { sql } from 'kysely'
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
