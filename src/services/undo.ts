import { isWhole } from '../domain/codebook.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Act, findAct, findLaterActOnSameRows, findNewestStanding, findNewestUndo, markUndone } from '../storage/acts.ts'
import { touchesCodes } from '../storage/code-changes.ts'
import { listCodes } from '../storage/codes.ts'
import { applyInverse } from '../storage/inverse.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

type Where = { projectId: number | null; actorId: number }

/** Take back the coder's newest standing act. @returns the act that was taken back. */
export async function undo(house: House, where: Where): Promise<Act> {
  const act = await findNewestStanding(house.write, where.projectId, where.actorId)
  if (!act) throw new Refusal('conflict', 'refusal.nothing-to-undo')
  await takeBack(house, where, act, 'undo')
  return act
}

/** Do again what was undone last, as long as nothing new was done after. @returns the act that stands again. */
export async function redo(house: House, where: Where): Promise<Act> {
  const undone = await findNewestUndo(house.write, where.projectId, where.actorId)
  if (!undone) throw new Refusal('conflict', 'refusal.nothing-to-redo')
  await takeBack(house, where, undone, 'redo')
  return (await findAct(house.read, undone.undoes!))!
}

async function takeBack(house: House, { projectId, actorId }: Where, act: Act, kind: 'undo' | 'redo'): Promise<void> {
  try {
    await perform(house.write, { projectId, actorId, kind, about: act.about, undoes: act.id }, async (ledger) => {
      const later = await findLaterActOnSameRows(ledger.trx, act)
      if (later) throw new Refusal('conflict', 'refusal.undo-conflict', { actor: later.actor, act: later.id })
      await applyInverse(ledger, act.id)
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
