import type { Coding } from '../domain/coding.ts'
import { removeIfUnused } from '../storage/codings.ts'
import { findTwin, moveEvidence, removeEvidenceOn } from '../storage/evidence.ts'
import { removeFindingIfUnused } from '../storage/findings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { listMemoIds } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { theCoding } from './the-coding.ts'

/** Take a code off a quotation, with the memos on the coding; the quotation goes with its last coding. A coder may remove another's: the history tells, and undo brings it back. */
export async function removeCoding(house: House, wish: { projectId: number; codingId: number; coderId: number }): Promise<Coding> {
  const coding = await theCoding(house.write, wish.projectId, wish.codingId)
  const about = { sourceId: coding.sourceId, codeId: coding.codeId }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'remove-coding', about }, async (ledger) => {
    await theCoding(ledger.trx, wish.projectId, wish.codingId)
    await ledger.removeMany('memo', await listMemoIds(ledger.trx, { kind: 'coding', id: coding.id }))
    await letGoOfEvidence(ledger, coding.id)
    await ledger.remove('coding', coding.id)
    await removeIfUnused(ledger, coding.quotationId)
  })
  return coding
}

/** Where the words are coded so by somebody else too, they go on being evidence; else they are none any more. */
async function letGoOfEvidence(ledger: Ledger, codingId: number): Promise<void> {
  const twin = await findTwin(ledger.trx, codingId)
  if (twin !== undefined) return moveEvidence(ledger, codingId, twin)
  for (const id of await removeEvidenceOn(ledger, [codingId])) await removeFindingIfUnused(ledger, id)
}
