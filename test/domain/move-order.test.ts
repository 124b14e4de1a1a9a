import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inFreeOrder } from '../../src/domain/move-order.ts'

test('spans are moved one by one and never lie on one another, rings and all', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 8 }), fc.nat(1000), fc.nat(3), (starts, seed, shift) => {
      const targets = [...starts].sort((a, b) => ((a * 7919 + seed) % 31) - ((b * 7919 + seed) % 31)).map((start) => start + shift)
      const moves = starts.map((start, id) => ({ id, from: { start, end: start + 1 }, to: { start: targets[id]!, end: targets[id]! + 1 } }))
      const places = new Map(moves.map(({ id, from }) => [id, from.start]))
      for (const { id, to } of inFreeOrder(moves)) {
        expect([...places].some(([other, start]) => other !== id && start === to.start)).toBe(false)
        places.set(id, to.start)
      }
      for (const { id, to } of moves) expect(places.get(id)).toBe(to.start)
    }),
  )
})
