import type { Clause, Filter, NamedKey } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { type Nameable, namedBy } from '../domain/named.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { listNameables } from '../storage/nameables.ts'
import type { Db } from '../storage/schema.ts'

// Several sources or speakers may share a name, and then all of them are meant: those stay as they were written.
const lasting: readonly NamedKey[] = ['code', 'case', 'coder', 'question']
type Names = ReadonlyMap<NamedKey, readonly Nameable[]>

/** A filter that outlives a change of names: what it names by its name it names by its id. Refuses a name that nothing has. */
async function withIds(db: Db, projectId: number, filter: Filter): Promise<Filter> {
  const things = await readNames(db, projectId)
  return mapClauses(filter, (clause) => {
    if (!('named' in clause) || !('name' in clause.named) || !things.has(clause.key)) return clause
    const [id] = namedBy(things.get(clause.key)!, clause, true)
    return { key: clause.key, named: { id: id! } }
  })
}

/** The text form of a filter as people write it: what it names by its id it names by its name now. */
export async function withNames(db: Db, projectId: number, filters: readonly Filter[]): Promise<string[]> {
  const things = await readNames(db, projectId)
  return filters.map((filter) =>
    formatFilter(
      mapClauses(filter, (clause) => {
        if (!('named' in clause) || !('id' in clause.named)) return clause
        const { id } = clause.named
        const name = things.get(clause.key)?.find((thing) => thing.id === id)?.names[0]
        return name === undefined ? clause : { key: clause.key, named: { name } }
      }),
    ),
  )
}

async function readNames(db: Db, projectId: number): Promise<Names> {
  const names = new Map<NamedKey, readonly Nameable[]>()
  for (const key of lasting) names.set(key, await listNameables(db, projectId, key))
  return names
}

export function mapClauses(filter: Filter, change: (clause: Clause) => Clause): Filter {
  if ('not' in filter) return { not: mapClauses(filter.not, change) }
  if ('all' in filter) return { all: filter.all.map((one) => mapClauses(one, change)) }
  if ('any' in filter) return { any: filter.any.map((one) => mapClauses(one, change)) }
  return { clause: change(filter.clause) }
}

/** The same from a text, refused where it can't be read. */
export async function lastingFilter(db: Db, projectId: number, text: string): Promise<string> {
  return formatFilter(await withIds(db, projectId, parseFilter(text)))
}
