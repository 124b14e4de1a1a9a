import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** Everything of a project that other programs can have a part of, as rows: for exports, in a thread. */
export async function readExchangeRows(db: Db, projectId: number) {
  const project = await db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()
  const sources = await db.selectFrom('source').selectAll().where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
  const quotations = await db
    .selectFrom('quotation')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .selectAll('quotation')
    .where('source.project_id', '=', projectId)
    .orderBy('quotation.source_id')
    .orderBy('start_offset')
    .orderBy('end_offset', 'desc')
    .execute()
  const codings = await db
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .selectAll('coding')
    .where('code.project_id', '=', projectId)
    .orderBy('coding.id')
    .execute()
  const memos = await db.selectFrom('memo').selectAll().where('project_id', '=', projectId).orderBy('id').execute()
  const sets = await db.selectFrom('filter_set').selectAll().where('project_id', '=', projectId).orderBy('id').execute()
  const coderIds = [...new Set([...codings, ...memos].map((row) => row.coder_id))]
  const coders = coderIds.length === 0 ? [] : await db.selectFrom('coder').selectAll().where('id', 'in', coderIds).orderBy('id').execute()
  return { project, sources, quotations, codings, memos, sets, coders }
}
export type ExchangeRows = Awaited<ReturnType<typeof readExchangeRows>>

/** The bytes of original files, by id. */
export async function readOriginals(db: Db, ids: readonly number[]): Promise<Map<number, Buffer>> {
  const rows = ids.length === 0 ? [] : await db.selectFrom('original').select(['id', 'bytes']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, bytes }) => [id, bytes]))
}

/** How much a project holds that REFI-QDA has no place for, by what it is. */
export async function countUnexchangeable(db: Db, projectId: number) {
  const { rows } = await sql<Record<string, number>>`
    select
      (select count(*) from source_span join source on source.id = source_id where project_id = ${projectId} and source_span.kind = 'turn') as turns,
      (select count(*) from guide where project_id = ${projectId}) as guides,
      (select count(*) from answer join study_case on study_case.id = case_id where project_id = ${projectId}) as answers,
      (select count(*) from finding join study_case on study_case.id = case_id where project_id = ${projectId}) as findings,
      (select count(*) from carry_review join source on source.id = source_id where project_id = ${projectId}) as waiting,
      (select count(*) from source_version join source on source.guid = source_guid where project_id = ${projectId} and source_version.id <> source.version_id) as versions,
      (select count(*) from coding join code on code.id = code_id where project_id = ${projectId} and made_by = 'rule') as ruled,
      (select count(*) from coding join code on code.id = code_id where project_id = ${projectId} and coding.example = 1) as examples,
      (select count(*) from saved_search where project_id = ${projectId}) as searches,
      (select count(*) from synonym_group where project_id = ${projectId}) as synonyms,
      (select count(*) from act where project_id = ${projectId}) as acts
  `.execute(db)
  return rows[0]!
}
