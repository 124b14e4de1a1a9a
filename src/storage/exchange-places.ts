import { sql } from 'kysely'
import type { Span } from '../domain/span.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

type WithGuid = 'coder' | 'code' | 'attribute' | 'study_case' | 'source' | 'quotation' | 'coding' | 'memo' | 'filter_set' | 'project'

/** Which of these identifiers a table has already, of whatever project; those of passages that wait stand in no table, and are taken as well. */
export async function listTakenGuids(db: Db, table: WithGuid, guids: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (let from = 0; from < guids.length; from += 5000) {
    const list = JSON.stringify(guids.slice(from, from + 5000))
    const { rows } = await sql<{ guid: string }>`select guid from ${sql.table(table)} where guid in (select value from json_each(${list}))`.execute(db)
    for (const { guid } of rows) taken.add(guid)
  }
  if (guids.length > 0 && (table === 'quotation' || table === 'coding')) for (const guid of await listHeldGuids(db, table)) taken.add(guid)
  return taken
}

async function listHeldGuids(db: Db, table: 'quotation' | 'coding'): Promise<string[]> {
  const rows = await db.selectFrom('carry_review').select('held').where('kind', '=', 'quotation').execute()
  const held = rows.map((row) => JSON.parse(row.held) as { quotation: { guid: string }; codings: { guid: string }[] })
  return held.flatMap(({ quotation, codings }) => (table === 'quotation' ? [quotation.guid] : codings.map(({ guid }) => guid)))
}

/** The text of a source that holds, and its version. */
export async function findTextOf(db: Db, sourceId: number): Promise<{ versionId: number; text: string }> {
  return db
    .selectFrom('source')
    .innerJoin('source_version', 'source_version.id', 'source.version_id')
    .select(['source.version_id as versionId', 'source_version.text'])
    .where('source.id', '=', sourceId)
    .executeTakeFirstOrThrow()
}

/** Every coder. `signsIn`: there is an account by which they do. */
export async function listCodersWithGuids(db: Db): Promise<{ id: number; guid: string; name: string; signsIn: boolean }[]> {
  const query = db.selectFrom('coder').leftJoin('account', 'account.coder_id', 'coder.id')
  const rows = await query.select(['coder.id', 'coder.guid', 'coder.name', 'account.id as accountId']).orderBy('coder.id').execute()
  return rows.map(({ accountId, ...row }) => ({ ...row, signsIn: accountId !== null }))
}

/** The sources of a project that a source of another file may be: by identifier, by title, or by length. */
export async function listSourceHeads(db: Db, projectId: number) {
  return db
    .selectFrom('source')
    .innerJoin('source_version', 'source_version.id', 'source.version_id')
    .select(['source.id', 'source.guid', 'source.title', 'source.version_id as versionId', 'source_version.length'])
    .where('source.project_id', '=', projectId)
    .execute()
}
export type SourceHead = Awaited<ReturnType<typeof listSourceHeads>>[number]

/** The earlier version of a source that read exactly so; undefined where none did. */
export async function findVersionReading(db: Db, sourceGuid: string, text: string): Promise<number | undefined> {
  const rows = await db.selectFrom('source_version').select(['id', 'text']).where('source_guid', '=', sourceGuid).where('length', '=', text.length).execute()
  return rows.find((row) => row.text === text)?.id
}

type LaidRow = Span & { id: number; guid: string; sourceId: number }

/** The quotations of some sources, and their codings. */
export async function listLaid(db: Db, sourceIds: readonly number[]) {
  const quotations: LaidRow[] = await db
    .selectFrom('quotation')
    .select(['id', 'guid', 'source_id as sourceId', 'start_offset as start', 'end_offset as end'])
    .where(among('source_id', sourceIds))
    .execute()
  const codings = await db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .select(['coding.id', 'quotation_id as quotationId', 'code_id as codeId', 'coder_id as coderId'])
    .where(among('quotation.source_id', sourceIds))
    .execute()
  return { quotations, codings }
}

/** What is noted in a project: on what, by whom, and the words. */
export async function listNoted(db: Db, projectId: number) {
  return db.selectFrom('memo').select(['target_kind', 'target_id', 'coder_id', 'text']).where('project_id', '=', projectId).execute()
}

export async function findProjectByGuid(db: Db, guid: string): Promise<{ id: number; name: string; slug: string } | undefined> {
  return db.selectFrom('project').select(['id', 'name', 'slug']).where('guid', '=', guid).executeTakeFirst()
}
