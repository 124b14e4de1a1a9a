import { refuseSameLabel, siblingsOf } from '../domain/codebook.ts'
import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'

export type NewCode = { projectId: number; coderId: number; label: string; parentId: number | null }

/** A new code, last below its parent; without one it is a theme. Refused where a sibling has the label. @returns its id */
export async function createCode(house: House, wish: NewCode): Promise<number> {
  const label = toName(wish.label)
  const draft = { projectId: wish.projectId, actorId: wish.coderId, kind: 'create-code', about: { label } } as const
  const { result } = await perform(house.write, draft, (ledger) => insertCode(ledger, { ...wish, label }))
  return result
}

/** The same inside an act that does more. */
export async function insertCode(ledger: Ledger, wish: Omit<NewCode, 'coderId'>): Promise<number> {
  const codes = await listCodes(ledger.trx, wish.projectId)
  const parent = codes.find((code) => code.id === wish.parentId)
  if (wish.parentId !== null && !parent) throw new Refusal('not-found', 'refusal.no-code')
  if (parent?.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: parent.label })
  const label = toName(wish.label)
  refuseSameLabel(codes, wish.parentId, label)
  const position = (siblingsOf(codes, wish.parentId).at(-1)?.position ?? 0) + 1
  const row = { guid: crypto.randomUUID(), project_id: wish.projectId, parent_id: wish.parentId, label, color: null, position }
  return ledger.insert('code', { ...row, made_at: new Date().toISOString(), retired_at: null })
}
