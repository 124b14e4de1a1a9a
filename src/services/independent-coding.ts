import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findProjectSetting, INDEPENDENT, isSetAnywhere, keepProjectSetting } from '../storage/project-settings.ts'
import type { Db } from '../storage/schema.ts'
import { whileUnchanged } from '../storage/seen-version.ts'
import { countSources, hadOtherSources } from '../storage/sources.ts'
import { findSourceDone, listSourcesDone } from '../storage/sources-done.ts'
import { theSource } from './the-source.ts'

const NAME = INDEPENDENT

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
    await theSource(ledger.trx, projectId, sourceId)
    const known = await findSourceDone(ledger.trx, sourceId, coderId)
    if (done && known === undefined) await ledger.insert('source_done', { source_id: sourceId, coder_id: coderId })
    if (!done && known !== undefined) await ledger.remove('source_done', known)
  })
}

/** How a coder stands to a source: whether coders code apart, and whether they are done with it. */
export type Standing = { independent: boolean; done: boolean }

export async function standingIn(db: Db, projectId: number, sourceId: number, coderId: number): Promise<Standing> {
  const independent = await codesIndependently(db, projectId)
  const done = independent && (await findSourceDone(db, sourceId, coderId)) !== undefined
  return { independent, done }
}

/** The sources in which a coder may see what others coded; null for all. */
export async function sourcesSeen(db: Db, projectId: number, coderId: number): Promise<number[] | null> {
  if (!(await codesIndependently(db, projectId))) return null
  return (await listSourcesDone(db, projectId)).filter((one) => one.coderId === coderId).map(({ sourceId }) => sourceId)
}

/** Is anything of the project hidden from a coder: does it code independently, and is there a source that they are not done with, or one that is gone but for the history? Asked by every request, and read once while nothing changes. */
export async function isLimited(db: Db, projectId: number, coderId: number): Promise<boolean> {
  return whileUnchanged(db, `limited ${projectId} ${coderId}`, async () => {
    const seen = await sourcesSeen(db, projectId, coderId)
    return seen !== null && (seen.length < (await countSources(db, projectId)) || (await hadOtherSources(db, projectId)))
  })
}

/** The house as somebody may see it now, where it was opened to them before: independence may have begun since. `codes`: who codes nothing reads everything. */
export async function houseNow(house: House, { projectId, coderId, codes }: { projectId: number; coderId: number; codes: boolean }): Promise<House> {
  return codes && house.sees === undefined && (await isLimited(house.read, projectId, coderId)) ? house.seenBy(coderId) : house
}

/** The house as a coder may see it where a page is of no project: acts of the whole house tell of codings too, such as a study that was taken in. */
export async function houseSeenBy(house: House, coderId: number): Promise<House> {
  return (await isSetAnywhere(house.read, NAME, 'yes')) ? house.seenBy(coderId) : house
}
