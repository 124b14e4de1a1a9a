import { readAttribution } from '../storage/case-turns.ts'
import { listNameables } from '../storage/nameables.ts'
import type { SelectedCoding } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'

export const listBys = ['none', 'source', 'case'] as const
export type ListBy = (typeof listBys)[number]
type Group = readonly SelectedCoding[]
type Under = { key: string; label: string }

/** Quotations in the order in which they are read. `under`: what one stands under ('' where it belongs to no case), with a key made of the ids; `counts`: how many by key; `some`: how many cases or sources have any, `of` how many there are. */
export type Grouping = {
  groups: SelectedCoding[][]
  under?: (group: Group) => Under
  counts: ReadonlyMap<string, number> | null
  names: ReadonlyMap<string, string> | null
  some: number
  of: number
}

/** Put quotations under their sources or their cases; one of several cases stands under all their names. Those of one label keep the order of the study. */
export async function groupingOf(db: Db, projectId: number, groups: SelectedCoding[][], by: ListBy): Promise<Grouping> {
  if (by === 'none') return { groups, counts: null, names: null, some: 0, of: 0 }
  const names = await listNameables(db, projectId, by)
  const nameOf = new Map(names.map(({ id, names: [first] }) => [id, first!]))
  const idsOf = by === 'source' ? ([first]: Group) => [first!.sourceId] : await casesOfGroups(db, projectId, groups)
  const under = (group: Group): Under => {
    const ids = idsOf(group)
    return { key: ids.join('-') || 'none', label: ids.map((id) => nameOf.get(id)!).join(', ') }
  }
  const byKey = new Map<string, { label: string; all: SelectedCoding[][] }>()
  for (const group of groups) {
    const { key, label } = under(group)
    const there = byKey.get(key)
    if (there) there.all.push(group)
    else byKey.set(key, { label, all: [group] })
  }
  const order = [...byKey.values()]
  if (by === 'case') order.sort((a, b) => Number(a.label === '') - Number(b.label === '') || a.label.localeCompare(b.label, 'sv'))
  const counts = new Map([...byKey].map(([key, { all }]) => [key, all.length]))
  const called = new Map([...byKey].map(([key, { label }]) => [key, label]))
  return { groups: order.flatMap(({ all }) => all), under, counts, names: called, some: new Set(groups.flatMap(idsOf)).size, of: names.length }
}

async function casesOfGroups(db: Db, projectId: number, groups: readonly Group[]): Promise<(group: Group) => readonly number[]> {
  const attribution = await readAttribution(db, projectId, [...new Set(groups.map((group) => group[0]!.sourceId))])
  return ([first]) => attribution.casesOf(first!.sourceId, first!.start, first!.end)
}
