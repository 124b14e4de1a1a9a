import { findAct } from '../storage/acts.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { keepRecognised } from './keep-recognised.ts'
import { theSource } from './the-source.ts'

/** Let a source follow no guide: what a rule found in it goes, what a person said stays. One act. @returns whether anything changed */
export async function leaveGuide(house: House, wish: { projectId: number; coderId: number; sourceId: number }): Promise<boolean> {
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind: 'leave-guide', about: { sourceId: wish.sourceId } } as const
  const { actId } = await perform(house.write, draft, async (ledger) => {
    await theSource(ledger.trx, wish.projectId, wish.sourceId)
    await keepRecognised(ledger, { sourceId: wish.sourceId, text: '', guide: null, recognised: null })
  })
  return (await findAct(house.write, actId)) !== undefined
}
