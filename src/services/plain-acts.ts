import { listActs } from '../storage/acts.ts'
import { listNames } from '../storage/names.ts'
import type { House } from '../storage/open.ts'
import { historyWish } from './exports/export-history.ts'

/** The newest acts of a project for a terminal: what each was about in the names of now. */
export async function plainActs(house: House, projectId: number, wishes: Readonly<Record<string, string>>, limit: number) {
  const acts = await listActs(house.read, projectId, { limit, ...(await historyWish(house.read, wishes)) })
  const idsOf = (of: 'sourceId' | 'codeId' | 'caseId') => [...new Set(acts.flatMap(({ about }) => about[of] ?? []))]
  const names = await listNames(house.read, { sourceIds: idsOf('sourceId'), codeIds: idsOf('codeId'), caseIds: idsOf('caseId') })
  return acts.map(({ id, at, actor, kind, about, undoneBy }) => {
    const named = [names.sources.get(about.sourceId ?? 0), names.codes.get(about.codeId ?? 0), names.cases.get(about.caseId ?? 0), about.label]
    const said = named.filter((one) => one).join(', ')
    return { id, at, actor, kind, about: `${said && `\t${said}`}${undoneBy === null ? '' : `\t(undone by ${undoneBy})`}` }
  })
}
