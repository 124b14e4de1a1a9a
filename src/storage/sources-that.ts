import type { Clause } from '../domain/filter.ts'
import type { Db } from './schema.ts'

/** The sources of a project that are of a kind, or in a language. */
export async function listSourcesThat(db: Db, projectId: number, clause: Clause & { key: 'kind' | 'language' }): Promise<number[]> {
  const rows = await db.selectFrom('source').select('id').where('project_id', '=', projectId).where(clause.key, '=', clause.value).execute()
  return rows.map(({ id }) => id)
}
