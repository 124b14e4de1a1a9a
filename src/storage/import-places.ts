import type { Db } from './schema.ts'

/** Where new sources and cases of a project come: after the last. */
export async function lastPositions(db: Db, projectId: number): Promise<{ source: number; case: number }> {
  const last = async (table: 'source' | 'study_case') => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.max('position').as('last'))
      .where('project_id', '=', projectId)
      .executeTakeFirst()
    return Number(row?.last ?? 0)
  }
  return { source: await last('source'), case: await last('study_case') }
}

/** The names of a project's cases with their ids and kinds, in its order. */
export async function listCaseNames(db: Db, projectId: number): Promise<{ id: number; name: string; kind: string }[]> {
  return db.selectFrom('study_case').select(['id', 'name', 'kind']).where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
}

/** What this project mostly calls its cases (municipality, informant …); empty where it has none. */
export async function usualCaseKind(db: Db, projectId: number): Promise<string> {
  const row = await db
    .selectFrom('study_case')
    .select('kind')
    .where('project_id', '=', projectId)
    .groupBy('kind')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('kind')
    .limit(1)
    .executeTakeFirst()
  return row?.kind ?? ''
}

/** Titles of the project's sources by the SHA-256 of their original file. */
export async function titlesBySha(db: Db, projectId: number): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('source')
    .innerJoin('original', 'original.id', 'source.original_id')
    .select(['original.sha256', 'source.title'])
    .where('source.project_id', '=', projectId)
    .orderBy('source.id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.sha256, row.title]))
}

/** The ids of a project's sources, newest first. */
export async function listSourceIds(db: Db, projectId: number): Promise<number[]> {
  const rows = await db.selectFrom('source').select('id').where('project_id', '=', projectId).orderBy('id', 'desc').execute()
  return rows.map((row) => row.id)
}
