import type { House } from '../storage/open.ts'
import { countSpeakers } from '../storage/source-dependents.ts'
import { readSourceRows, type SourceRow } from './read-study.ts'

export const sourceOrders = ['order', 'name', 'case', 'words', 'coded', 'codings', 'status'] as const
export type SourceOrder = (typeof sourceOrders)[number]
export type ListedSource = SourceRow & { speakers: number; codings: number }

/** Every source of a project in the order that is asked for; equal ones stay in the project's. */
export async function readSources(house: House, projectId: number, order: SourceOrder): Promise<ListedSource[]> {
  const [{ rows }, speakers] = await Promise.all([readSourceRows(house, projectId), countSpeakers(house.read, projectId)])
  const listed = rows.map((row) => ({
    ...row,
    speakers: speakers.get(row.source.id) ?? 0,
    codings: [...row.progress.byCoder.values()].reduce((a, b) => a + b, 0),
  }))
  return listed.sort(by[order])
}

const letters = new Intl.Collator('sv', { numeric: true })
const stages = ['not started', 'in work', 'done']
const by: Record<SourceOrder, (a: ListedSource, b: ListedSource) => number> = {
  order: () => 0,
  name: (a, b) => letters.compare(a.source.title, b.source.title),
  case: (a, b) => letters.compare(a.cases[0]?.name ?? '\uffff', b.cases[0]?.name ?? '\uffff'),
  words: (a, b) => b.source.words - a.source.words,
  coded: (a, b) => b.progress.coded - a.progress.coded,
  codings: (a, b) => b.codings - a.codings,
  status: (a, b) => stages.indexOf(a.source.status) - stages.indexOf(b.source.status),
}
