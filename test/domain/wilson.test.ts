import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOfShares, wilson } from '../../src/domain/wilson.ts'

const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))

// Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven methods. Stat Med 1998;17:857-872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i lies between the published bounds', (k, n, low, high) => {
  const found = wilson(k, n)!
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

// Newcombe, Interval estimation for the difference between independent proportions: comparison of eleven methods. Stat Med 1998;17:873-890, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i less %i of %i lies between the published bounds', (k, n, otherK, otherN, low, high) => {
  const found = differenceOfShares({ k, n }, { k: otherK, n: otherN })!
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

test('bounds lie between 0 and 1 and hold the share; a difference holds its own and turns with its groups', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const { share, low, high } = wilson(a.k, a.n)!
      expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
      const one = differenceOfShares(a, b)!
      const other = differenceOfShares(b, a)!
      expect(-1 <= one.low && one.low <= one.share && one.share <= one.high && one.high <= 1).toBe(true)
      expect(one.low).toBeCloseTo(-other.high, 10)
    }),
  )
})

test('nobody in the base is no share', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(differenceOfShares({ k: 1, n: 2 }, { k: 0, n: 0 })).toBeNull()
})
