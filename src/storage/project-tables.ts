import { sql } from 'kysely'
import { peopleActs } from '../domain/role.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** A table as the database itself describes it. `refs`: which column names a row of which table, declared or by the name that such columns have here. */
export type TableShape = {
  readonly name: string
  readonly columns: readonly string[]
  readonly refs: Readonly<Record<string, string>>
  readonly declared: readonly string[]
}

/** Tables that hold no project's own rows, or hold them in a way of their own; and who may come in, which is the house's and goes along with no study. */
const APART = new Set([
  'coder',
  'setting',
  'act',
  'change',
  'original',
  'source_version',
  'version_change',
  'project',
  'account',
  'session',
  'membership',
  'invitation',
])
const BY_NAME: Readonly<Record<string, string>> = { case_id: 'study_case', version_id: 'source_version', actor_id: 'coder', undoes: 'act', undone_by: 'act' }

/** Every table of the house, those that others refer to before those that refer to them. Read from the database, so that no new table is ever left out of a project. */
export async function readTables(db: Db): Promise<TableShape[]> {
  const names = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%' order by name`.execute(db)
  const known = new Set(names.rows.map((row) => row.name))
  const shapes: TableShape[] = []
  for (const { name } of names.rows) {
    const columns = (await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(db)).rows.map((row) => row.name)
    const keys = (await sql<{ from: string; table: string }>`select "from", "table" from pragma_foreign_key_list(${name}) order by id desc`.execute(db)).rows
    const refs: Record<string, string> = {}
    for (const column of columns) {
      const named = BY_NAME[column] ?? column.replace(/_id$/, '')
      if (known.has(named) && (column.endsWith('_id') || BY_NAME[column])) refs[column] = named
    }
    for (const key of keys) refs[key.from] = key.table
    shapes.push({ name, columns, refs, declared: [...new Set(keys.map((key) => key.table))].filter((table) => table !== name) })
  }
  return inOrder(shapes)
}

function inOrder(shapes: readonly TableShape[]): TableShape[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]))
  const ordered = new Set<TableShape>()
  const put = (shape: TableShape) => {
    if (ordered.has(shape)) return
    for (const name of shape.declared) put(byName.get(name)!)
    ordered.add(shape)
  }
  // What can be on anything comes after all that it can be on.
  const onAnything = (shape: TableShape) => shape.columns.includes('target_kind')
  for (const shape of [...shapes].sort((a, b) => Number(onAnything(a)) - Number(onAnything(b)))) put(shape)
  return [...ordered]
}

export function isOfProject({ name }: Pick<TableShape, 'name'>): boolean {
  return !APART.has(name)
}

/** The rows of a table that are a project's, by what they hang on. */
export async function readProjectRows(db: Db, shapes: readonly TableShape[], name: string, projectId: number): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<
    Record<string, unknown>
  >`${sql.raw(`select * from "${name}" where id in (${idsOf(shapes, name, projectId)}) order by id`)}`.execute(db)
  return rows
}

/** The ids of a project's rows of a table, as a query. */
function idsOf(shapes: readonly TableShape[], name: string, projectId: number): string {
  const { columns, refs } = shapes.find((shape) => shape.name === name)!
  if (columns.includes('project_id')) return `select id from "${name}" where project_id = ${Math.trunc(projectId)}`
  const [column, parent] = Object.entries(refs).find(([, table]) => !APART.has(table) && table !== name)!
  return `select id from "${name}" where "${column}" in (${idsOf(shapes, parent, projectId)})`
}

/** What is kept beside the tables of a project: texts of all times, originals, and what the project set for itself. */
export async function readBeside(db: Db, projectId: number) {
  const guids = sql`select guid from source where project_id = ${projectId} union
    select coalesce(json_extract(after, '$.guid'), json_extract(before, '$.guid')) from change join act on act.id = act_id where act.project_id = ${projectId} and table_name = 'source'`
  const files = sql`select original_id from source where project_id = ${projectId} union
    select coalesce(json_extract(after, '$.original_id'), json_extract(before, '$.original_id')) from change join act on act.id = act_id where act.project_id = ${projectId} and table_name = 'source'`
  const versions = await sql<{ id: number; source_guid: string; number: number; act_id: number }>`
    select id, source_guid, number, length, word_count, paragraph_count, act_id from source_version where source_guid in (${guids}) order by id`.execute(db)
  const originals = await sql<{ id: number; sha256: string }>`select id, sha256 from original where id in (${files}) order by id`.execute(db)
  const changes = await sql<Record<string, unknown>>`
    select * from version_change where version_id in (select id from source_version where source_guid in (${guids})) order by version_id`.execute(db)
  const settings = await sql<{ name: string; value: string }>`select name, value from setting where name like ${`project ${projectId} %`}`.execute(db)
  const columns = ['guid', 'title', 'version_id', 'original_id', 'original_name'] as const
  const sources = await db.selectFrom('source').select(columns).where('project_id', '=', projectId).orderBy('position').execute()
  return { sources, versions: versions.rows, originals: originals.rows, versionChanges: changes.rows, settings: settings.rows }
}

export async function readProject(db: Db, projectId: number): Promise<Record<string, unknown>> {
  return db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()
}

export async function readCoders(db: Db, ids: Iterable<number>): Promise<Record<string, unknown>[]> {
  return db.selectFrom('coder').selectAll().where(among('coder.id', ids)).orderBy('id').execute()
}

/** A part of a project's history: acts in their order, with what each changed. Who came and went is the house's. */
export async function readHistoryRows(db: Db, projectId: number, after: number, limit: number) {
  const acts = await db
    .selectFrom('act')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('kind', 'not in', peopleActs)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  const last = acts.at(-1)
  const changes = last
    ? await sql<{ act_id: number; table_name: string; row_id: number; before: string | null; after: string | null }>`
        select act_id, table_name, row_id, before, after from change where act_id in (select id from act where project_id = ${projectId} and id > ${after} and id <= ${last.id}) and table_name <> 'membership' order by id`.execute(
        db,
      )
    : { rows: [] }
  return { acts, changes: changes.rows }
}

/** The newest migration, by which another installation knows whether it can read these tables; how the tables were made; the newest act. */
export async function readSchemaFacts(db: Db): Promise<{ migration: string; schema: string; newestAct: number }> {
  const migration = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db)
  const tables = await sql<{ sql: string }>`
    select sql from sqlite_master where sql is not null and name not like 'kysely%' and name not like 'sqlite%' order by tbl_name, type desc, name`.execute(db)
  const act = await sql<{ id: number | null }>`select max(id) as id from act`.execute(db)
  return { migration: migration.rows[0]!.name, schema: tables.rows.map((row) => `${row.sql};\n`).join('\n'), newestAct: act.rows[0]!.id ?? 0 }
}

/** The highest id that was ever given in each table. */
export async function readSequences(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(db)
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}
