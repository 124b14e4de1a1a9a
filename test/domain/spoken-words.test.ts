import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowerBound, lowerBoundFrom } from '../../src/domain/spoken-words.ts'

test('from any place before it the same word is found as from the beginning', () => {
  const numbers = fc.uniqueArray(fc.nat(300), { maxLength: 60 }).map((all) => Uint32Array.from(all.sort((a, b) => a - b)))
  fc.assert(
    fc.property(numbers, fc.nat(320), fc.nat(60), (all, wanted, back) => {
      const at = lowerBound(all, wanted)
      expect(lowerBoundFrom(all, wanted, Math.max(0, at - back))).toBe(at)
    }),
  )
})
