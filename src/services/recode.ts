import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import { findSameCoding, listCodingsById, removeIfUnused } from '../storage/codings.ts'
import { moveEvidence } from '../storage/evidence.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { moveMemos } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { theUsableCode } from './code-passage.ts'
import { theCoding } from './the-coding.ts'

/** Put another code in the place of a coding's; the coding itself, with its memos, stays. What was an example of the one code is none of the other. */
export async function recode(house: House, wish: { projectId: number; codingId: number; codeId: number; coderId: number }): Promise<Coding> {
  const about = { codeId: wish.codeId }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'recode', about }, async (ledger) => {
    const coding = await theCoding(ledger.trx, wish.projectId, wish.codingId)
    await ledger.tellAbout({ ...about, sourceId: coding.sourceId })
    const code = await theUsableCode(ledger, wish.projectId, wish.codeId)
    if (code.id === coding.codeId) return coding
    if (await findSameCoding(ledger.trx, coding.quotationId, code.id, coding.coderId))
      throw new Refusal('conflict', 'refusal.already-coded', { label: code.label })
    await ledger.update('coding', coding.id, { code_id: code.id, example: 0 })
    return { ...coding, codeId: code.id, example: false }
  })
  return result
}

/**
 * Put another code in the place of many codings', as one act: to part a code, or to move what was gathered in a list. Where
 * a coder has the other code on the same words already, the two become one with the memos of both.
 * @returns how many codings now have the code that had another
 */
export async function recodeMany(house: House, wish: { projectId: number; codingIds: readonly number[]; codeId: number; coderId: number }): Promise<number> {
  const ids = [...new Set(wish.codingIds)]
  const about = { codeId: wish.codeId, count: ids.length }
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'recode-many', about }, async (ledger) => {
    const code = await theUsableCode(ledger, wish.projectId, wish.codeId)
    const known = new Map((await listCodingsById(ledger.trx, wish.projectId, new Set(ids))).map((coding) => [coding.id, coding]))
    if (known.size < ids.length) throw new Refusal('not-found', 'refusal.no-coding')
    const moved = ids.map((id) => known.get(id)!).filter(({ codeId }) => codeId !== code.id)
    for (const coding of moved) await moveToCode(ledger, coding, code.id)
    return moved.length
  })
  return result
}

/**
 * Give a coding another code, or let it go into the coder's coding that has it on the same words already. It is no longer an
 * example, unless `keepExample`: where the codes themselves become one.
 */
export async function moveToCode(ledger: Ledger, coding: MovedCoding, codeId: number, keepExample = false): Promise<void> {
  const same = await findSameCoding(ledger.trx, coding.quotationId, codeId, coding.coderId)
  if (same === undefined) {
    await ledger.update('coding', coding.id, { code_id: codeId, ...(!keepExample && { example: 0 }) })
    return
  }
  await moveMemos(ledger, { kind: 'coding', id: coding.id }, { kind: 'coding', id: same })
  await moveEvidence(ledger, coding.id, same)
  if (keepExample && coding.example) await ledger.update('coding', same, { example: 1 })
  await ledger.remove('coding', coding.id)
  await removeIfUnused(ledger, coding.quotationId)
}

type MovedCoding = Pick<Coding, 'id' | 'quotationId' | 'coderId' | 'example'>
