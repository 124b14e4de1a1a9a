import fc from 'fast-check'
import { expect, test } from 'vitest'
import { themeOfWord } from '../../src/domain/word-theme.ts'

const whole = { count: 40, total: 10_000 }

test('a word is of the theme that has most of it beyond the rest', () => {
  expect(
    themeOfWord(
      [
        { count: 20, total: 1000 },
        { count: 4, total: 1000 },
      ],
      whole,
    ),
  ).toBe(0)
  expect(
    themeOfWord(
      [
        { count: 4, total: 1000 },
        { count: 30, total: 1000 },
      ],
      whole,
    ),
  ).toBe(1)
})

test('a word that no theme has more of than chance gives is of none; one that is said once tells nothing', () => {
  expect(
    themeOfWord(
      [
        { count: 4, total: 1000 },
        { count: 5, total: 1000 },
      ],
      whole,
    ),
  ).toBeNull()
  expect(themeOfWord([{ count: 1, total: 10 }], { count: 1, total: 10_000 })).toBeNull()
  expect(themeOfWord([], whole)).toBeNull()
})

test('the theme that is told has the word more often than the rest', () => {
  const rate = fc.record({ count: fc.nat(40), total: fc.integer({ min: 50, max: 3000 }) })
  fc.assert(
    fc.property(fc.array(rate, { minLength: 1, maxLength: 6 }), (themes) => {
      const at = themeOfWord(themes, whole)
      if (at === null) return
      const one = themes[at]!
      expect(one.count / one.total).toBeGreaterThan((whole.count - one.count) / (whole.total - one.total))
    }),
    { numRuns: 200 },
  )
})
