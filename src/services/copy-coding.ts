import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { theUsableCode } from './code-passage.ts'
import { type CodingWish, changeCoding, copyOf } from './place-coding.ts'

/** Put another code beside a coding's on the same words, by the coder who does it. Refused where it stands already. */
export async function copyCoding(house: House, wish: CodingWish & { codeId: number }): Promise<Coding> {
  return changeCoding(house, wish, 'copy-coding', async (ledger, coding) => {
    const code = await theUsableCode(ledger, wish.projectId, wish.codeId)
    const made = { ...coding, madeBy: 'person', madeAt: new Date().toISOString() } as const
    const copy = await copyOf(ledger, made, { codeId: code.id, coderId: wish.coderId })
    if (!copy) throw new Refusal('conflict', 'refusal.already-coded', { label: code.label })
    return copy
  })
}
