import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllOfAsked, type Quantifier, quantifierOf, quantifiers, quantifierWords, toThresholds, usualThresholds } from '../../src/domain/quantifier.ts'

test.each<[number, number, number, Quantifier | null]>([
  [9, 11, 1, 'most'],
  [9, 11, 0, 'most'],
  [11, 11, 0, 'all'],
  [11, 11, 1, 'most'],
  [4, 11, 0, 'several'],
  [2, 11, 0, 'some'],
  [2, 3, 0, 'most'],
  [1, 11, 0, 'one'],
  [1, 1, 0, 'one'],
  [0, 11, 0, 'none'],
  [0, 0, 12, null],
])('%i of %i asked, %i not asked', (said, asked, others, word) => {
  expect(quantifierOf({ said, asked, unjudged: 0, others }, usualThresholds)).toBe(word)
})

test('"all" only where each one asked said so and nobody was not asked; more never gets a lesser word', () => {
  const rank = (word: Quantifier | null) => quantifiers.length - quantifiers.indexOf(word!)
  const thresholds = fc.record({
    mostShare: fc.integer({ min: 51, max: 99 }),
    severalCases: fc.integer({ min: 2, max: 50 }),
    severalShare: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(3), thresholds, (asked, others, limits) => {
      const words = Array.from({ length: asked + 1 }, (_, said) => quantifierOf({ said, asked, unjudged: 0, others }, toThresholds(limits)))
      for (const [said, word] of words.entries()) {
        if (word === 'all') expect([said, others]).toEqual([asked, 0])
        if (said > 0) expect(rank(word)).toBeGreaterThanOrEqual(rank(words[said - 1]!))
      }
      expect(isAllOfAsked({ said: asked, asked, others })).toBe(asked > 1 && others > 0)
    }),
  )
})

test('thresholds that make no sense are refused', () => {
  for (const wrong of [{ mostShare: 50 }, { mostShare: 100 }, { severalShare: 60 }, { severalShare: 0 }, { severalCases: 1 }, { mostShare: 60.5 }])
    expect(() => toThresholds({ ...usualThresholds, ...wrong })).toThrow('refusal.quantifier')
})

test('every language has its words', () => {
  expect(quantifierWords.sv).toMatchObject({ all: 'alla', most: 'de flesta', several: 'flera', some: 'några', one: 'en' })
  for (const words of Object.values(quantifierWords)) expect(new Set(Object.values(words)).size).toBe(quantifiers.length)
})
