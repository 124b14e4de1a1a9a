import { sql } from 'kysely'
import type { SourceKind, SourceLanguage, SourceStatus } from '../domain/source.ts'
import type { Db } from './schema.ts'

/** A source without its text. `words` and `paragraphs` count the version that holds; `length` is in UTF-16 units. */
export type Source = {
  id: number
  guid: string
  projectId: number
  title: string
  kind: SourceKind
  language: SourceLanguage
  status: SourceStatus
  position: number
  versionId: number
  length: number
  words: number
  paragraphs: number
  originalName: string | null
  madeAt: string
}

function sources(db: Db) {
  return db
    .selectFrom('source')
    .innerJoin('source_version as version', 'version.id', 'source.version_id')
    .select([
      'source.id',
      'source.guid',
      'source.project_id as projectId',
      'source.title',
      'source.kind',
      'source.language',
      'source.status',
      'source.position',
      'source.version_id as versionId',
      'version.length',
      'version.word_count as words',
      'version.paragraph_count as paragraphs',
      'source.original_name as originalName',
      'source.made_at as madeAt',
    ])
}

export async function findSource(db: Db, projectId: number, id: number): Promise<Source | undefined> {
  return sources(db).where('source.project_id', '=', projectId).where('source.id', '=', id).executeTakeFirst()
}

/** Had a project sources that it has no more? The history still tells what was coded in them. */
export async function hadOtherSources(db: Db, projectId: number): Promise<boolean> {
  const gone = db.selectFrom('change').select('id').where('table_name', '=', 'source').where('after', 'is', null)
  const row = gone.where(sql<boolean>`before ->> '$.project_id' = ${projectId}`).where('row_id', 'not in', db.selectFrom('source').select('id')).limit(1)
  return (await row.executeTakeFirst()) !== undefined
}

/** In the project's order. */
export async function listSources(db: Db, projectId: number): Promise<Source[]> {
  return sources(db).where('source.project_id', '=', projectId).orderBy('source.position').orderBy('source.id').execute()
}

export async function countSources(db: Db, projectId: number): Promise<number> {
  const row = await db
    .selectFrom('source')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Where a source stands in its project, and which come before and after it. */
export type Neighbours = { nth: number; of: number; previous: number | null; next: number | null }

export async function neighboursOf(db: Db, source: Source): Promise<Neighbours> {
  const row = await db
    .selectNoFrom((eb) => {
      const others = eb.selectFrom('source').where('project_id', '=', source.projectId)
      const before = others.where((where) =>
        where.or([where('position', '<', source.position), where.and([where('position', '=', source.position), where('id', '<', source.id)])]),
      )
      const after = others.where((where) =>
        where.or([where('position', '>', source.position), where.and([where('position', '=', source.position), where('id', '>', source.id)])]),
      )
      return [
        before.select((one) => one.fn.countAll<number>().as('n')).as('before'),
        others.select((one) => one.fn.countAll<number>().as('n')).as('of'),
        before.select('id').orderBy('position', 'desc').orderBy('id', 'desc').limit(1).as('previous'),
        after.select('id').orderBy('position').orderBy('id').limit(1).as('next'),
      ]
    })
    .executeTakeFirstOrThrow()
  return { nth: Number(row.before ?? 0) + 1, of: Number(row.of ?? 0), previous: row.previous, next: row.next }
}

/** The sources of a project by their ids, in its order. */
export async function listSourceOrder(db: Db, projectId: number): Promise<number[]> {
  const rows = await db.selectFrom('source').select('id').where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
