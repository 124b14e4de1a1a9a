import type { Db } from './schema.ts'

export type SavedSearch = { id: number; name: string; query: string }

/** The searches that are kept in a project, in the order of their names. */
export async function listSaved(db: Db, projectId: number): Promise<SavedSearch[]> {
  const rows = await db.selectFrom('saved_search').select(['id', 'name', 'query']).where('project_id', '=', projectId).orderBy('id').execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'sv', { numeric: true }))
}
