import type { ActKind } from '../domain/act.ts'
import { isWhole } from '../domain/codebook.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Act, findAct, findLaterActOnSameRows, findNewestStanding, findNewestUndo, markUndone } from '../storage/acts.ts'
import { touchesCodes } from '../storage/code-changes.ts'
import { listCodes } from '../storage/codes.ts'
import { applyInverse } from '../storage/inverse.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findStandingAfter, listRowsBefore } from '../storage/rows-then.ts'
import type { Db } from '../storage/schema.ts'

/** `may`: whether the actor may do such an act now, and so take it back. `past`: an act that can't be taken back; what was done before it is. */
export type Where = { projectId: number | null; actorId: number; past?: number | undefined; may?: ((kind: ActKind) => boolean) | undefined }

/** Take back the coder's newest standing act. @returns the act that was taken back. */
export async function undo(house: House, where: Where): Promise<Act> {
  return undoAct(house, await actToUndo(house, where), where)
}

/** Do again what was undone last, as long as nothing new was done after. @returns the act that stands again. */
export async function redo(house: House, where: Where): Promise<Act> {
  return redoAct(house, await actToRedo(house, where), where)
}

/** The act that `undo` takes back. */
export async function actToUndo(house: House, where: Where): Promise<Act> {
  const act = await findNewestStanding(house.write, where.projectId, where.actorId, where.past)
  if (!act) throw new Refusal('conflict', 'refusal.nothing-to-undo')
  return rightful(house, where, act)
}

/** The undo that `redo` takes back. */
export async function actToRedo(house: House, where: Where): Promise<Act> {
  const undone = await findNewestUndo(house.write, where.projectId, where.actorId)
  if (!undone) throw new Refusal('conflict', 'refusal.nothing-to-redo')
  return rightful(house, where, undone)
}

/** Take back an act that `actToUndo` has found. */
export async function undoAct(house: House, act: Act, where: Where): Promise<Act> {
  await takeBack(house, where, act, 'undo')
  return act
}

/** Take back an undo that `actToRedo` has found. @returns the act that stands again. */
export async function redoAct(house: House, undone: Act, where: Where): Promise<Act> {
  await takeBack(house, where, undone, 'redo')
  return (await findAct(house.read, undone.undoes!))!
}

async function rightful(house: House, { may }: Where, act: Act): Promise<Act> {
  if (may && !may(await kindOf(house.read, act))) throw new Refusal('forbidden', 'refusal.undo-right')
  return act
}

async function takeBack(house: House, { projectId, actorId, past }: Where, act: Act, kind: 'undo' | 'redo'): Promise<void> {
  try {
    await perform(house.write, { projectId, actorId, kind, about: act.about, undoes: act.id }, async (ledger) => {
      if (await isRestoring(ledger.trx, act)) await putBackAll(ledger, act)
      else {
        const later = await findLaterActOnSameRows(ledger.trx, act, past !== undefined)
        if (later) throw inTheWay(later, act)
        await applyInverse(ledger, act.id)
      }
      if (projectId !== null && (await touchesCodes(ledger.trx, act.id)) && !isWhole(await listCodes(ledger.trx, projectId)))
        throw new Refusal('conflict', 'refusal.undo-in-use')
      await markUndone(ledger.trx, act.id, ledger.actId)
      if (kind === 'redo') await markUndone(ledger.trx, act.undoes!, null)
    })
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw new Refusal('conflict', 'refusal.undo-in-use')
    throw error
  }
}

function inTheWay(later: Pick<Act, 'id' | 'actor'>, act: Act): Refusal {
  return new Refusal('conflict', 'refusal.undo-conflict', { actor: later.actor, act: later.id, undone: act.id })
}

/** What was done at first, however often it was undone and done again. */
async function kindOf(db: Db, act: Act): Promise<ActKind> {
  const undone = act.undoes === null ? undefined : await findAct(db, act.undoes)
  return undone ? kindOf(db, undone) : act.kind
}

/** Whether an act, or what it undid or did again, let the whole project stand as it did at another moment. */
async function isRestoring(db: Db, act: Act): Promise<boolean> {
  if (act.kind === 'restore-project') return true
  const undone = act.undoes === null ? undefined : await findAct(db, act.undoes)
  return undone !== undefined && isRestoring(db, undone)
}

/** Every row as it was. What was done since rests on how they are now, whichever rows it touched: refused until it is undone. */
async function putBackAll(ledger: Ledger, act: Act): Promise<void> {
  const later = act.projectId === null ? undefined : await findStandingAfter(ledger.trx, act.projectId, act.id)
  if (later && later.id !== ledger.actId) throw inTheWay(later, act)
  await ledger.putRows(await listRowsBefore(ledger.trx, act.id))
}
