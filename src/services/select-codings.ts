import type { Filter } from '../domain/filter.ts'
import { resolveFilter, type Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { quotationsWithWords } from './quotations-with-words.ts'

/** What a filter selects in a project, words too. Refuses what the project does not have. */
export async function selectCodings(db: Db, projectId: number, filter: Filter): Promise<Selection> {
  return resolveFilter(db, projectId, filter, quotationsWithWords)
}
