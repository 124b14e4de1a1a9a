import { refuseSameLabel, siblingsOf } from '../domain/codebook.ts'
import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

export type NewCode = { projectId: number; coderId: number; label: string; parentId: number | null }

/** A new code, last below its parent; without one it is a theme. Refused where a sibling has the label. @returns its id */
export async function createCode(house: House, wish: NewCode): Promise<number> {
  const label = toName(wish.label)
  const { result } = await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'create-code', about: { label } }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const parent = codes.find((code) => code.id === wish.parentId)
    if (wish.parentId !== null && !parent) throw new Refusal('not-found', 'refusal.no-code')
    if (parent?.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: parent.label })
    refuseSameLabel(codes, wish.parentId, label)
    const position = (siblingsOf(codes, wish.parentId).at(-1)?.position ?? 0) + 1
    const row = { guid: crypto.randomUUID(), project_id: wish.projectId, parent_id: wish.parentId, label, color: null, position }
    return ledger.insert('code', { ...row, made_at: new Date().toISOString(), retired_at: null })
  })
  return result
}
