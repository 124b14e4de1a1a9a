import type { Context } from 'hono'
import { both, clause, type Filter } from '../domain/filter.ts'
import { filterSentence } from '../domain/filter-sentence.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { nameFilter } from '../services/name-filter.ts'
import type { AppEnv } from '../web/env.ts'

/** A filter in its text form as a sentence with the names that its ids stand for; '' for everything. */
export async function filterSaid(c: Context<AppEnv>, filter: string): Promise<string> {
  return filterWords(c, parseFilter(filter))
}

/** The same of a filter that is read already. */
export async function filterWords(c: Context<AppEnv>, filter: Filter): Promise<string> {
  return filterSentence(filter, c.var.reader.say, await nameFilter(c.var.house.read, c.var.project.id, filter))
}

/** A filter narrowed to things by their ids: all of them at once, of each key any. */
export function narrowedTo(filter: string, ids: Partial<Record<'code' | 'source' | 'case', readonly number[]>>): string {
  const parts = Object.entries(ids).map(([key, wanted]): Filter => {
    const clauses = wanted.map((id) => clause({ key: key as 'code', named: { id } }))
    return clauses.length === 1 ? clauses[0]! : { any: clauses }
  })
  return formatFilter(both(parseFilter(filter), ...parts))
}
