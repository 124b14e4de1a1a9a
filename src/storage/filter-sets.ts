import type { FilterSet } from '../domain/expand-sets.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import type { Db } from './schema.ts'

/** The filters that a project has saved, by name. */
export async function listFilterSets(db: Db, projectId: number): Promise<FilterSet[]> {
  const rows = await db.selectFrom('filter_set').select(['id', 'name', 'filter']).where('project_id', '=', projectId).execute()
  return rows.map((row) => ({ ...row, filter: parseFilter(row.filter) })).sort((a, b) => a.name.localeCompare(b.name, 'sv', { numeric: true }))
}
