import { type RawBuilder, sql } from 'kysely'
import type { Db } from './schema.ts'

// SQLite's own JSON.

/** What numbers without a filter rest on: which codings there are and where, and whose words are where. */
const CODED = ['coding', 'quotation']
const SAID = ['source', 'source_case', 'speaker', 'source_span']
/** Beyond so many changes everything is read again. */
const MANY = 3000

/** What acts after one have changed of what is counted: nothing; the codings of some sources; or anything at all. */
export type CountedSince = 'nothing' | 'anything' | { readonly sourceIds: ReadonlySet<number> }

export async function readCountedSince(db: Db, afterActId: number): Promise<CountedSince> {
  const since = db.selectFrom('change').where('act_id', '>', afterActId)
  const said = await since.select('id').where('table_name', 'in', SAID).where(changesMore()).limit(1).executeTakeFirst()
  if (said) return 'anything'
  const coded = since.where('table_name', 'in', CODED)
  if (await coded.select('id').limit(1).offset(MANY).executeTakeFirst()) return 'anything'
  const places = await coded.select(['table_name', valuesOf('source_id').as('sources'), valuesOf('quotation_id').as('quotations')]).execute()
  if (places.length === 0) return 'nothing'
  const sourceIds = new Set(places.flatMap(({ sources }) => JSON.parse(sources) as (number | null)[]).filter((id) => id !== null))
  const quotationIds = new Set(places.flatMap(({ quotations }) => JSON.parse(quotations) as (number | null)[]).filter((id) => id !== null))
  // A quotation that is gone has its source in its own change.
  const standing = await db
    .selectFrom('quotation')
    .select('source_id')
    .distinct()
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify([...quotationIds])}))`)
    .execute()
  for (const { source_id } of standing) sourceIds.add(source_id)
  return { sourceIds }
}

/** More of a source than how far it has come. */
function changesMore(): RawBuilder<boolean> {
  return sql<boolean>`(table_name <> 'source' or before is null or after is null or json_remove(before, '$.status') <> json_remove(after, '$.status'))`
}

/** A column of the row before and after. */
function valuesOf(column: string): RawBuilder<string> {
  const path = sql.lit(`$.${column}`)
  return sql<string>`json_array(json_extract(before, ${path}), json_extract(after, ${path}))`
}
