import type { Code } from '../domain/code.ts'
import { refuseCycle, refuseSameLabel, siblingsOf } from '../domain/codebook.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodes } from '../storage/codes.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { ofThese } from './edit-code.ts'

/** A step among its siblings (`up`, `down`), a level in (below the sibling before it) or out (after its parent), last below another code, or beside one. */
export type MoveTo = 'up' | 'down' | 'in' | 'out' | { parentId: number | null } | { before: number } | { after: number }
/** Below what, and before which sibling; null: last. */
type Place = { parentId: number | null; before: Code | null }

/**
 * Move a code with everything under it; its codings follow. A step that leads nowhere changes nothing. Refused below itself, below a
 * code out of use (unless it is out of use too), or beside a code with its label.
 */
export async function moveCode(house: House, wish: { projectId: number; coderId: number; codeId: number; to: MoveTo }): Promise<void> {
  const about = { codeId: wish.codeId }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'move-code', about }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    const code = ofThese(codes, wish.codeId)
    const place = typeof wish.to === 'string' ? stepFrom(codes, code, wish.to) : placeAt(codes, code, wish.to)
    if (place) await put(ledger, codes, code, place)
  })
}

function stepFrom(codes: readonly Code[], code: Code, to: 'up' | 'down' | 'in' | 'out'): Place | undefined {
  const siblings = siblingsOf(codes, code.parentId)
  const at = siblings.indexOf(code)
  if (to === 'up') return at === 0 ? undefined : { parentId: code.parentId, before: siblings[at - 1]! }
  if (to === 'down') return at === siblings.length - 1 ? undefined : { parentId: code.parentId, before: siblings[at + 2] ?? null }
  if (to === 'in') return at === 0 ? undefined : { parentId: siblings[at - 1]!.id, before: null }
  return code.parentId === null ? undefined : beside(codes, ofThese(codes, code.parentId), 'after')
}

function placeAt(codes: readonly Code[], code: Code, to: Exclude<MoveTo, string>): Place | undefined {
  if ('parentId' in to) {
    if (to.parentId !== null) ofThese(codes, to.parentId)
    return to.parentId === code.parentId ? undefined : { parentId: to.parentId, before: null }
  }
  const sibling = ofThese(codes, 'before' in to ? to.before : to.after)
  return sibling.id === code.id ? undefined : beside(codes, sibling, 'before' in to ? 'before' : 'after')
}

function beside(codes: readonly Code[], sibling: Code, side: 'before' | 'after'): Place {
  const order = siblingsOf(codes, sibling.parentId)
  return { parentId: sibling.parentId, before: side === 'before' ? sibling : (order[order.indexOf(sibling) + 1] ?? null) }
}

async function put(ledger: Ledger, codes: readonly Code[], code: Code, { parentId, before }: Place): Promise<void> {
  const parent = codes.find((one) => one.id === parentId)
  refuseCycle(codes, code.id, parentId)
  if (parent?.retiredAt && !code.retiredAt) throw new Refusal('conflict', 'refusal.retired-code', { label: parent.label })
  refuseSameLabel(codes, parentId, code.label, code.id)
  if (before?.id === code.id) return
  const order = siblingsOf(codes, parentId).filter((one) => one.id !== code.id)
  order.splice(before ? order.indexOf(before) : order.length, 0, code)
  for (const [index, one] of order.entries()) {
    const position = index + 1
    await ledger.update('code', one.id, one === code ? { parent_id: parentId, position } : { position })
  }
}
