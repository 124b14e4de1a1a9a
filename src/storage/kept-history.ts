import { type Insertable, type Kysely, sql } from 'kysely'
import type { Db, Schema } from './schema.ts'

const CHUNK = 50

/** Set numbers of acts aside for a history that is about to come, so that it lies before the act that brings it. @returns the number before the first of them */
export async function reserveActs(db: Kysely<Schema>, count: number): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    update sqlite_sequence set seq = seq + ${count} where name = 'act' returning seq`.execute(db)
  if (rows[0]) return rows[0].seq - count
  await sql`insert into sqlite_sequence (name, seq) values ('act', ${count})`.execute(db)
  return 0
}

/** Let what refers to each other come in any order: looked at when all is written. Holds until the transaction ends. */
export async function deferKeys(trx: Db): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(trx)
}

/** What was done elsewhere, as it stood in the history there. */
export async function keepHistory(trx: Db, acts: readonly Insertable<Schema['act']>[], changes: readonly Insertable<Schema['change']>[]): Promise<void> {
  for (let from = 0; from < acts.length; from += CHUNK)
    await trx
      .insertInto('act')
      .values(acts.slice(from, from + CHUNK))
      .execute()
  for (let from = 0; from < changes.length; from += CHUNK)
    await trx
      .insertInto('change')
      .values(changes.slice(from, from + CHUNK))
      .execute()
}

/** Somebody who did something in a history that comes: they stay as long as it does, whatever becomes of what it brought. @returns the id */
export async function keepActor(trx: Db, row: Insertable<Schema['coder']>): Promise<number> {
  return (await trx.insertInto('coder').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** A version of a text from elsewhere; one that is here already, in the same words, is that. @returns its id, null where another text has its place */
export async function keepForeignVersion(trx: Db, row: Insertable<Schema['source_version']> & { id: number }): Promise<number | null> {
  const known = await trx
    .selectFrom('source_version')
    .select(['id', 'text'])
    .where('source_guid', '=', row.source_guid)
    .where('number', '=', row.number)
    .executeTakeFirst()
  if (known) return known.text === row.text ? known.id : null
  await trx.insertInto('source_version').values(row).execute()
  return row.id
}

export async function keepForeignChange(trx: Db, row: Insertable<Schema['version_change']>): Promise<void> {
  const known = await trx.selectFrom('version_change').select('version_id').where('version_id', '=', row.version_id).executeTakeFirst()
  if (!known) await trx.insertInto('version_change').values(row).execute()
}

/** No id up to these is given again, also where its row is in the history alone. */
export async function raiseSequences(trx: Db, highest: ReadonlyMap<string, number>): Promise<void> {
  for (const [name, seq] of highest) {
    const { rows } = await sql`update sqlite_sequence set seq = max(seq, ${seq}) where name = ${name} returning seq`.execute(trx)
    if (rows.length === 0) await sql`insert into sqlite_sequence (name, seq) values (${name}, ${seq})`.execute(trx)
  }
}

/** How many places of a project's sources lie outside of their texts. */
export async function countOutside(trx: Db, projectId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select source_id, end_offset from quotation union all select source_id, end_offset from source_span union all select source_id, end_offset from answer_span
    ) as laid join source on source.id = laid.source_id join source_version on source_version.id = source.version_id
    where source.project_id = ${projectId} and laid.end_offset > source_version.length`.execute(trx)
  return rows[0]!.n
}
