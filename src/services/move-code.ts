import type { Code } from '../domain/code.ts'
import { refuseCycle, refuseSameLabel, siblingsOf } from '../domain/codebook.ts'
import { listCodes } from '../storage/codes.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { ofThese } from './edit-code.ts'

export type MoveTo = 'up' | 'down' | { parentId: number | null }

/** Move a code among its siblings, or last below another with everything under it. Its codings follow. Refused below itself, or beside a code with its label. */
export async function moveCode(house: House, wish: { projectId: number; coderId: number; codeId: number; to: MoveTo }): Promise<void> {
  const about = { codeId: wish.codeId }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'move-code', about }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const code = ofThese(codes, wish.codeId)
    await (typeof wish.to === 'string' ? moveAmong(ledger, codes, code, wish.to) : moveUnder(ledger, codes, code, wish.to.parentId))
  })
}

async function moveAmong(ledger: Ledger, codes: readonly Code[], code: Code, to: 'up' | 'down'): Promise<void> {
  const order = siblingsOf(codes, code.parentId)
  const at = order.indexOf(code)
  const other = order[to === 'up' ? at - 1 : at + 1]
  if (!other) return
  order[order.indexOf(other)] = code
  order[at] = other
  for (const [index, one] of order.entries()) await ledger.update('code', one.id, { position: index + 1 })
}

async function moveUnder(ledger: Ledger, codes: readonly Code[], code: Code, parentId: number | null): Promise<void> {
  if (parentId !== null) ofThese(codes, parentId)
  if (parentId === code.parentId) return
  refuseCycle(codes, code.id, parentId)
  refuseSameLabel(codes, parentId, code.label, code.id)
  const position = (siblingsOf(codes, parentId).at(-1)?.position ?? 0) + 1
  await ledger.update('code', code.id, { parent_id: parentId, position })
}
