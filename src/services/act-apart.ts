import type { HitPlan } from '../domain/hit-plan.ts'
import { type Act, countChanges } from '../storage/acts.ts'
import { tellCommitted } from '../storage/committed.ts'
import type { House } from '../storage/open.ts'
import { takeWish } from '../storage/wish.ts'
import type { PackedHits } from '../workers/act-jobs.ts'
import type { Pool } from '../workers/pool.ts'
import { type CodeHits, codeHits, planHits } from './code-hits.ts'
import { actToRedo, actToUndo, redoAct, undoAct, type Where } from './undo.ts'

type Rooms = { house: House; pool: Pool }

/** Hits, or changed rows, from which on an act is done in a thread: some tens of milliseconds of work. */
const MANY = 200
/** Seconds that such an act may take. It is taken back whole where it takes longer. */
const SECONDS = 300

/** `planHits` so that nobody waits meanwhile. */
export function planHitsApart({ house, pool }: Rooms, wish: CodeHits): Promise<HitPlan> {
  return wish.hits.length < MANY ? planHits(house, wish) : pool.run('planHits', packed(wish), { seconds: SECONDS })
}

/** `codeHits` so that nobody waits meanwhile, but who writes. */
export function codeHitsApart({ house, pool }: Rooms, wish: CodeHits): Promise<HitPlan> {
  return wish.hits.length < MANY
    ? codeHits(house, wish)
    : apart(house, (name) => pool.run('codeHits', { what: packed(wish), wish: name }, { seconds: SECONDS }))
}

/** Hits as numbers in a row: thousands of objects take as long to hand over as an act does. */
function packed({ hits, ...wish }: CodeHits): PackedHits {
  return { ...wish, hits: Float64Array.from(hits.flatMap(({ sourceId, versionId, start, end }) => [sourceId, versionId, start, end])) }
}

/** `undo` likewise. */
export async function undoApart({ house, pool }: Rooms, where: Where): Promise<Act> {
  const act = await actToUndo(house, where)
  return (await isLarge(house, act))
    ? apart(house, (wish) => pool.run('undo', { what: whatOf(act, where), wish }, { seconds: SECONDS }))
    : undoAct(house, act, where)
}

/** `redo` likewise. */
export async function redoApart({ house, pool }: Rooms, where: Where): Promise<Act> {
  const act = await actToRedo(house, where)
  return (await isLarge(house, act))
    ? apart(house, (wish) => pool.run('redo', { what: whatOf(act, where), wish }, { seconds: SECONDS }))
    : redoAct(house, act, where)
}

/** Whether the actor may has been asked here: what goes to a thread can only be values. */
function whatOf(act: Act, { projectId, actorId, past }: Where) {
  return { act, projectId, actorId, past }
}

async function isLarge(house: House, act: Act): Promise<boolean> {
  return (await countChanges(house.write, act.id)) > MANY
}

async function apart<T>(house: House, run: (wish: string | null) => Promise<T>): Promise<T> {
  const result = await run(takeWish())
  tellCommitted(house.write)
  return result
}
