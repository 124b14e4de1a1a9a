import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { findDecision } from '../storage/decisions.ts'
import { perform } from '../storage/ledger.ts'
import { hasTarget } from '../storage/memo-targets.ts'
import type { House } from '../storage/open.ts'
import { isSeen } from '../storage/writer-sight.ts'
import { theCode } from './the-code.ts'

/** Decide whether a code belongs on a passage over which coders differ, and why. What they coded stands as it was: agreement is of what each did alone. A later decision takes the place of an earlier. */
export type SettleDisagreement = { projectId: number; coderId: number; quotationId: number; codeId: number; applies: boolean; reason: string }

export async function settleDisagreement(house: House, wish: SettleDisagreement): Promise<void> {
  const { projectId, coderId, quotationId, codeId } = wish
  const reason = toNote(wish.reason)
  if (reason === '') throw new Refusal('invalid', 'refusal.decision-reason')
  await perform(house.write, { projectId, actorId: coderId, kind: 'settle-disagreement', about: { codeId } }, async (ledger) => {
    await theCode(ledger.trx, projectId, codeId)
    if (!(await hasTarget(ledger.trx, projectId, { kind: 'quotation', id: quotationId }))) throw new Refusal('not-found', 'refusal.no-quotation')
    // Coders differ where one may see what all of them coded.
    if (!(await isSeen(ledger.trx, 'open_quotation', quotationId))) throw new Refusal('not-found', 'refusal.no-quotation')
    const known = await findDecision(ledger.trx, quotationId, codeId)
    const said = { applies: wish.applies ? 1 : 0, reason, coder_id: coderId, made_at: new Date().toISOString() } as const
    if (known !== undefined) await ledger.update('decision', known, said)
    else await ledger.insert('decision', { guid: crypto.randomUUID(), project_id: projectId, quotation_id: quotationId, code_id: codeId, ...said })
  })
}
