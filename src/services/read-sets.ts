import type { Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { listFilterSets } from '../storage/filter-sets.ts'
import type { House } from '../storage/open.ts'
import { withNames } from './filter-names.ts'
import { readQuotations } from './read-quotations.ts'

/** A saved filter with what it selects now; `quotations` null where it can't be read any longer, since something it names is gone. */
export type ReadSet = { id: number; name: string; filter: Filter; text: string; quotations: number | null }

/** The sets of a project by name. */
export async function readSets(house: House, projectId: number): Promise<ReadSet[]> {
  const sets = await listFilterSets(house.read, projectId)
  const texts = await withNames(
    house.read,
    projectId,
    sets.map(({ filter }) => filter),
  )
  const read: ReadSet[] = []
  for (const [at, set] of sets.entries()) read.push({ ...set, text: texts[at]!, quotations: await countOf(house, projectId, set.filter) })
  return read
}

async function countOf(house: House, projectId: number, filter: Filter): Promise<number | null> {
  try {
    return (await readQuotations(house.read, { projectId, filter: formatFilter(filter), size: 1 })).total.quotations
  } catch {
    return null
  }
}
