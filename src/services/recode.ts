import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { findCoding, findSameCoding } from '../storage/codings.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findUsableCode } from './code-passage.ts'

/** Put another code in the place of a coding's; the coding itself, with its memos, stays. */
export async function recode(house: House, wish: { projectId: number; codingId: number; codeId: number; coderId: number }): Promise<Coding> {
  const about = { codeId: wish.codeId }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'recode', about }, async (ledger) => {
    const coding = await findCoding(ledger.trx, wish.projectId, wish.codingId)
    if (!coding) throw new Refusal('not-found', 'refusal.no-coding')
    const code = await findUsableCode(ledger, wish.projectId, wish.codeId)
    if (code.id === coding.codeId) return coding
    if (await findSameCoding(ledger.trx, coding.quotationId, code.id, coding.coderId))
      throw new Refusal('conflict', 'refusal.already-coded', { label: code.label })
    await ledger.update('coding', coding.id, { code_id: code.id })
    return { ...coding, codeId: code.id }
  })
  return result
}
