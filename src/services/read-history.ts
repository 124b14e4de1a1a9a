import { type ActArea, type ActKind, kindsIn } from '../domain/act.ts'
import type { ActObject } from '../domain/act-object.ts'
import { flatten, treeOf } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Act, type ActsWish, countChanges, findAct, findNewestStanding, findNewestUndo, listActs, listActsById, listChanges } from '../storage/acts.ts'
import { listCodersIn } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listActKinds, listNames, type Names } from '../storage/names.ts'
import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'
import { tellChanges } from './tell-changes.ts'

/** An act with what it took back, where it is an undo or a redo. */
export type ToldAct = Act & { tookBack: ActKind | null }
const PAGE = 50
const MOST_CHANGES = 200

/** Acts newest first, with the names that their sentences need: one query each. `projectId` null: what was done to the whole house. */
export async function readActs(house: House, projectId: number | null, page: ActsWish): Promise<{ acts: ToldAct[]; names: Names }> {
  const acts = await listActs(house.read, projectId, page)
  return { acts: await tell(house, acts), names: await namesIn(house, acts) }
}

/** One act that was just done, with the names that its sentence needs. */
export async function tellAct(house: House, act: Act): Promise<{ act: ToldAct; names: Names }> {
  const [[told], names] = await Promise.all([tell(house, [act]), namesIn(house, [act])])
  return { act: told!, names }
}

/** Some acts by id, oldest first, with the names that their sentences need. */
export async function readToldActs(house: House, ids: readonly number[]): Promise<{ acts: ToldAct[]; names: Names }> {
  const acts = await listActsById(house.read, ids)
  return { acts: await tell(house, acts), names: await namesIn(house, acts) }
}

/** What the history is narrowed by; days are of the reader's own clock, both taken in. */
export type HistoryFilter = {
  coderId?: number | undefined
  area?: ActArea | undefined
  from?: string | undefined
  to?: string | undefined
  object?: ActObject | undefined
}

/** A page of the history, fifty acts; `undoable` is the reader's newest act that stands, `redoable` where something undone can be done again, `next` where the page after begins. */
export async function readHistory(house: House, wish: { projectId: number | null; coderId: number; before?: number | undefined; filter?: HistoryFilter }) {
  const { coderId, area, from, to, object } = wish.filter ?? {}
  const narrowed = { object, actorId: coderId, kinds: area && kindsIn(area), from: from && dayAfter(from, 0), to: to && dayAfter(to, 1) }
  const page = { limit: PAGE + 1, ...narrowed, ...(wish.before !== undefined && { before: wish.before }) }
  const [{ acts, names }, standing, undone, coders] = await Promise.all([
    readActs(house, wish.projectId, page),
    findNewestStanding(house.read, wish.projectId, wish.coderId),
    findNewestUndo(house.read, wish.projectId, wish.coderId),
    listCodersIn(house.read, wish.projectId),
  ])
  const shown = acts.slice(0, PAGE)
  const objects = wish.projectId === null ? { codes: [], sources: [] } : await listObjects(house, wish.projectId)
  return {
    acts: shown,
    names,
    coders,
    ...objects,
    undoable: standing?.id ?? null,
    redoable: undone !== undefined,
    next: acts.length > PAGE ? shown.at(-1)!.id : null,
  }
}

/** What a history can be asked for by. */
async function listObjects(house: House, projectId: number) {
  const codes = flatten(treeOf(await listCodes(house.read, projectId))).map(({ id, key, label }) => ({ id, label: `${key} ${label}` }))
  const sources = (await listSources(house.read, projectId)).map(({ id, title }) => ({ id, label: title }))
  return { codes, sources }
}

/** When a day (YYYY-MM-DD) begins here, or one so many days after it. */
function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00`)
  at.setDate(at.getDate() + days)
  return at.toISOString()
}

/** One act with what every row was before and after, the first 200 of them, in names and words. */
export async function readAct(house: House, projectId: number | null, id: number) {
  const act = await findAct(house.read, id)
  if (!act || act.projectId !== projectId) throw new Refusal('not-found', 'refusal.no-act')
  const [[told], names, changes, total] = await Promise.all([
    tell(house, [act]),
    namesIn(house, [act]),
    listChanges(house.read, id, { limit: MOST_CHANGES }),
    countChanges(house.read, id),
  ])
  return { act: told!, names, changes: await tellChanges(house.read, act, changes), total }
}

async function tell(house: House, acts: readonly Act[]): Promise<ToldAct[]> {
  const known = await listActKinds(house.read, idsOf(acts.map((act) => act.undoes)))
  const further = await listActKinds(house.read, idsOf([...known.values()].map((act) => act.undoes)))
  return acts.map((act) => {
    const direct = act.undoes === null ? undefined : known.get(act.undoes)
    const meant = direct && direct.undoes !== null ? further.get(direct.undoes) : direct
    return { ...act, tookBack: (meant?.kind ?? null) as ActKind | null }
  })
}

function namesIn(house: House, acts: readonly Act[]): Promise<Names> {
  return listNames(house.read, {
    sourceIds: idsOf(acts.map((act) => act.about.sourceId)),
    codeIds: idsOf(acts.map((act) => act.about.codeId)),
    caseIds: idsOf(acts.map((act) => act.about.caseId)),
  })
}

function idsOf(ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id): id is number => typeof id === 'number'))]
}
