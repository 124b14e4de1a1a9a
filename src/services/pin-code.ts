import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listPins, type Pin } from '../storage/pinned-codes.ts'
import { theUsableCode } from './code-passage.ts'

type Wish = { projectId: number; coderId: number; codeId: number }
export type PinMove = 'first' | 'back' | 'on' | 'last'

/** Keep a code at hand, last in the coder's strip; one that is there already stays where it is. */
export async function pinCode(house: House, { projectId, coderId, codeId }: Wish): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'pin-code', about: { codeId } }, async (ledger) => {
    await theUsableCode(ledger, projectId, codeId)
    const pins = await listPins(ledger.trx, projectId, coderId)
    if (pins.some((pin) => pin.codeId === codeId)) return
    await ledger.insert('pinned_code', { coder_id: coderId, code_id: codeId, position: (pins.at(-1)?.position ?? 0) + 1 })
  })
}

/** Take a code out of the coder's strip. Refused where it is not in it. */
export async function unpinCode(house: House, { projectId, coderId, codeId }: Wish): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'unpin-code', about: { codeId } }, async (ledger) => {
    await ledger.remove('pinned_code', placeOf(await listPins(ledger.trx, projectId, coderId), codeId).pin.id)
  })
}

/** Move a pinned code a place in the coder's strip, or to its end. */
export async function movePin(house: House, { projectId, coderId, codeId, to }: Wish & { to: PinMove }): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind: 'move-pin', about: { codeId } }, async (ledger) => {
    const pins = await listPins(ledger.trx, projectId, coderId)
    const { pin, at } = placeOf(pins, codeId)
    const place = { first: 0, back: Math.max(0, at - 1), on: at + 1, last: pins.length }[to]
    const order = pins.toSpliced(at, 1).toSpliced(place, 0, pin)
    for (const [index, { id }] of order.entries()) await ledger.update('pinned_code', id, { position: index + 1 })
  })
}

function placeOf(pins: readonly Pin[], codeId: number): { pin: Pin; at: number } {
  const at = pins.findIndex((pin) => pin.codeId === codeId)
  if (at < 0) throw new Refusal('not-found', 'refusal.no-pin')
  return { pin: pins[at]!, at }
}
