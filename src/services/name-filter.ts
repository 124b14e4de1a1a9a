import { clausesOf, type Filter, type NamedKey } from '../domain/filter.ts'
import { listNameables } from '../storage/nameables.ts'
import type { Db } from '../storage/schema.ts'

/** The names behind the ids of a filter, by `code:12`; what a sentence about it says instead. */
export async function nameFilter(db: Db, projectId: number, filter: Filter): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  const keys = new Set<NamedKey>(clausesOf(filter).flatMap((clause) => ('named' in clause && 'id' in clause.named ? [clause.key] : [])))
  for (const key of keys) for (const thing of await listNameables(db, projectId, key)) names[`${key}:${thing.id}`] = thing.names[0]!
  return names
}
