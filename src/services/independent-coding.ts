import { both, clause, type Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findProjectSetting, keepProjectSetting } from '../storage/project-settings.ts'
import type { Db } from '../storage/schema.ts'
import { findSource } from '../storage/sources.ts'
import { findSourceDone, listSourcesDone } from '../storage/sources-done.ts'

const NAME = 'independent'

/** Does each coder in the project code without seeing what others coded, source by source until they are done with it? */
export async function codesIndependently(db: Db, projectId: number): Promise<boolean> {
  return (await findProjectSetting(db, projectId, NAME)) === 'yes'
}

export async function setIndependence(house: House, wish: { projectId: number; coderId: number; independent: boolean }): Promise<void> {
  const { projectId, coderId, independent } = wish
  await perform(house.write, { projectId, actorId: coderId, kind: independent ? 'begin-independence' : 'end-independence' }, (ledger) =>
    keepProjectSetting(ledger, projectId, NAME, independent ? 'yes' : 'no'),
  )
}

/** Say to be done with coding a source, or not yet. With independent coding that shows what the others coded; for agreement it says that what one left uncoded was meant so. */
export async function sayDone(house: House, wish: { projectId: number; coderId: number; sourceId: number; done: boolean }): Promise<void> {
  const { projectId, coderId, sourceId, done } = wish
  await perform(house.write, { projectId, actorId: coderId, kind: done ? 'finish-source' : 'reopen-source', about: { sourceId } }, async (ledger) => {
    if (!(await findSource(ledger.trx, projectId, sourceId))) throw new Refusal('not-found', 'refusal.no-source')
    const known = await findSourceDone(ledger.trx, sourceId, coderId)
    if (done && known === undefined) await ledger.insert('source_done', { source_id: sourceId, coder_id: coderId })
    if (!done && known !== undefined) await ledger.remove('source_done', known)
  })
}

/** How a coder stands to a source: done with it, and whether what others coded there is to be hidden from them. */
export type Standing = { independent: boolean; done: boolean; blind: boolean }

export async function standingIn(db: Db, projectId: number, sourceId: number, coderId: number): Promise<Standing> {
  const independent = await codesIndependently(db, projectId)
  const done = independent && (await findSourceDone(db, sourceId, coderId)) !== undefined
  return { independent, done, blind: independent && !done }
}

/** The sources in which a coder may see what others coded; null for all. */
export async function sourcesSeen(db: Db, projectId: number, coderId: number): Promise<number[] | null> {
  if (!(await codesIndependently(db, projectId))) return null
  return (await listSourcesDone(db, projectId)).filter((one) => one.coderId === coderId).map(({ sourceId }) => sourceId)
}

/** A filter narrowed to what its reader may see: their own codings, and all those of sources that they are done with. The same where nothing is hidden. */
export async function seenFilter(db: Db, { projectId, coderId, filter }: { projectId: number; coderId: number; filter: string }): Promise<string> {
  const seen = await sourcesSeen(db, projectId, coderId)
  if (!seen) return filter
  const own = clause({ key: 'coder', named: { id: coderId } })
  const shown: Filter[] = [own, ...seen.map((id) => clause({ key: 'source', named: { id } }))]
  return formatFilter(both(parseFilter(filter), shown.length === 1 ? own : { any: shown }))
}
