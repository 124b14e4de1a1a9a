import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logLikelihood, logRatio } from '../../src/domain/keyness.ts'

const group = fc.integer({ min: 1, max: 1_000_000 }).chain((total) => fc.record({ total: fc.constant(total), count: fc.integer({ min: 0, max: total }) }))

test('log-likelihood by hand: 10 of 1,000 against 5 of 2,000', () => {
  // Expected 5 and 10: 2 · (10 ln 2 + 5 ln 0.5) = 10 ln 2.
  expect(logLikelihood({ count: 10, total: 1000 }, { count: 5, total: 2000 })).toBeCloseTo(10 * Math.log(2), 10)
  expect(logRatio({ count: 10, total: 1000 }, { count: 5, total: 2000 })).toBeCloseTo(2, 10)
})

test('a word that one group never says has a finite ratio; a group without words has none', () => {
  expect(logRatio({ count: 4, total: 1000 }, { count: 0, total: 1000 })).toBeCloseTo(3, 10)
  expect(logRatio({ count: 4, total: 1000 }, { count: 0, total: 0 })).toBeNull()
  expect(logLikelihood({ count: 4, total: 1000 }, { count: 0, total: 0 })).toBe(0)
})

test('changing sides changes the sign of the ratio and nothing of the likelihood; equal frequencies say nothing', () => {
  fc.assert(
    fc.property(group, group, (a, b) => {
      expect(logLikelihood(a, b)).toBeCloseTo(logLikelihood(b, a), 6)
      expect(logRatio(a, b)).toBeCloseTo(-logRatio(b, a)!, 6)
      expect(logLikelihood(a, b)).toBeGreaterThanOrEqual(0)
      expect(logLikelihood(a, { count: a.count * 3, total: a.total * 3 })).toBeCloseTo(0, 3)
    }),
  )
})
