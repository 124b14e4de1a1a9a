import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coefficientsOf } from '../../src/domain/agreement/coefficients.ts'
import { intervalsOf } from '../../src/domain/agreement/intervals.ts'
import { type RatedSource, ratingsOf } from '../../src/domain/agreement/rated-units.ts'
import { countPatterns, type Ratings, rateCode, rateTogether, sizesByRaters } from '../../src/domain/agreement/ratings.ts'
import { ofUnits } from '../support/rated.ts'

function ofRatings(ratings: Ratings, codeId?: number) {
  const rated = codeId === undefined ? rateTogether(ratings) : rateCode(ratings, new Set([codeId]))
  return coefficientsOf(rated, countPatterns(rated, sizesByRaters(ratings)))
}

/** One source of 1,000 characters in ten paragraphs, coded by two. */
function thousand(codings: RatedSource['codings']): Ratings {
  const units = Array.from({ length: 10 }, (_, at) => [{ start: 100 * at, end: 100 * at + 100 }])
  return ratingsOf([{ raters: 3, units, codings }], 2, true)
}

test('character by character: A codes 0-100 and B 50-150 of 1,000: kappa .444', () => {
  const ratings = thousand([
    { start: 0, end: 100, coder: 0, codeId: 7 },
    { start: 50, end: 150, coder: 1, codeId: 7 },
  ])
  for (const found of [ofRatings(ratings, 7), ofRatings(ratings)]) {
    expect(found.n).toBe(1000)
    expect(found.percent).toBeCloseTo(0.9, 10)
    expect(found.cohen).toBeCloseTo(0.444, 3)
  }
})

test('overlapping segments of one coder are one: the same words, cut otherwise, agree at 1', () => {
  const ratings = thousand([
    { start: 0, end: 80, coder: 0, codeId: 7 },
    { start: 40, end: 120, coder: 0, codeId: 7 },
    { start: 0, end: 120, coder: 1, codeId: 7 },
  ])
  expect(ofRatings(ratings, 7)).toMatchObject({ percent: 1, cohen: 1, fleiss: 1, alpha: 1, ac1: 1 })
})

test('undefined where there is nothing but chance: a code nobody used, nobody to compare with', () => {
  const nobody = ofRatings(thousand([]), 7)
  expect(nobody).toMatchObject({ n: 1000, percent: 1, cohen: null, fleiss: null, alpha: null, ac1: 1 })
  const alone = ratingsOf([{ raters: 1, units: [[{ start: 0, end: 9 }]], codings: [{ start: 0, end: 5, coder: 0, codeId: 7 }] }], 2, false)
  expect(ofRatings(alone, 7)).toMatchObject({ n: 0, percent: null, cohen: null, alpha: null, ac1: null })
})

const anySources = fc.array(
  fc.record({
    raters: fc.constantFrom(1, 3, 5, 6, 7),
    codings: fc.array(
      fc.record({ from: fc.nat(90), length: fc.integer({ min: 1, max: 30 }), coder: fc.nat(2), codeId: fc.integer({ min: 1, max: 3 }) }).map((one) => ({
        ...one,
        start: one.from,
        end: Math.min(100, one.from + one.length),
      })),
      { maxLength: 8 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
)
const fiveUnits = Array.from({ length: 5 }, (_, at) => [{ start: 20 * at, end: 20 * at + 20 }])

/** What the sparse tables promise, unit by unit, written as plainly as can be. */
function naively(sources: readonly { raters: number; codings: RatedSource['codings'] }[], codeId: number, byCharacter: boolean) {
  const step = byCharacter ? 1 : 20
  return sources.flatMap(({ raters, codings }) =>
    Array.from({ length: 100 / step }, (_, at) => {
      const has = (coder: number) => codings.some((one) => one.coder === coder && one.codeId === codeId && one.start < (at + 1) * step && at * step < one.end)
      return [0, 1, 2].map((coder) => (raters & (1 << coder) ? (has(coder) ? 1 : 0) : null))
    }),
  )
}

test.each([true, false])('sparse tables count as a look at every unit does, by character: %s', (byCharacter) => {
  fc.assert(
    fc.property(anySources, (drawn) => {
      const sources = drawn.map(({ raters, codings }) => ({ raters, codings: codings.filter(({ coder }) => raters & (1 << coder)), units: fiveUnits }))
      const found = ofRatings(ratingsOf(sources, 3, byCharacter), 2)
      const plain = ofUnits(naively(sources, 2, byCharacter), 2)
      for (const name of ['n', 'percent', 'fleiss', 'alpha', 'ac1'] as const) expect(found[name] ?? -9).toBeCloseTo(plain[name] ?? -9, 9)
    }),
    { numRuns: 60 },
  )
})

test('identical coders agree at 1, whatever they coded, and the order of two coders is nothing', () => {
  fc.assert(
    fc.property(anySources, (drawn) => {
      const sources = (swap: boolean) =>
        drawn.map(({ codings }) => ({
          raters: 3,
          units: fiveUnits,
          codings: codings.map((one) => ({ ...one, coder: swap ? 1 - (one.coder % 2) : one.coder % 2 })),
        }))
      const [one, other] = [ofRatings(ratingsOf(sources(false), 2, true)), ofRatings(ratingsOf(sources(true), 2, true))]
      for (const name of ['percent', 'cohen', 'alpha', 'ac1'] as const) expect(one[name] ?? -9).toBeCloseTo(other[name] ?? -9, 9)
      const twins = drawn.map(({ codings }) => ({ raters: 3, units: fiveUnits, codings: codings.flatMap((c) => [0, 1].map((coder) => ({ ...c, coder }))) }))
      const same = ofRatings(ratingsOf(twins, 2, true))
      for (const value of [same.cohen, same.fleiss, same.alpha]) if (value !== null) expect(value).toBeCloseTo(1, 9)
      expect(same.percent).toBe(1)
    }),
    { numRuns: 60 },
  )
})

test('intervals hold the estimate, are the same each time, and are undefined for one block or a code too rare to be drawn', () => {
  const codings = Array.from({ length: 10 }, (_, at) => [
    { start: 100 * at, end: 100 * at + 50, coder: 0, codeId: 7 },
    { start: 100 * at + (at % 3) * 10, end: 100 * at + 60, coder: 1, codeId: 7 },
  ]).flat()
  const ratings = thousand([...codings, { start: 3, end: 9, coder: 0, codeId: 8 }])
  const questions = [rateCode(ratings, new Set([7])), rateCode(ratings, new Set([8]))]
  const [common, rare] = intervalsOf(ratings, questions)
  const { cohen } = ofRatings(ratings, 7)
  expect(common!.cohen![0]).toBeLessThan(cohen!)
  expect(common!.cohen![1]).toBeGreaterThan(cohen!)
  expect(intervalsOf(ratings, questions)[0]).toEqual(common)
  expect(rare!.cohen).toBeNull()
  const single = ratingsOf([{ raters: 3, units: [[{ start: 0, end: 9 }]], codings: [] }], 2, false)
  expect(intervalsOf(single, [rateTogether(single)])[0]!.percent).toBeNull()
})

test('units that all have a code each are a table of those codes: nothing coded is no category there', () => {
  const cells = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ].flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, () => [a, b] as const)))
  const unit = { start: 0, end: 9 }
  const sources = cells.map((values) => ({ raters: 3, units: [[unit]], codings: values.map((value, coder) => ({ ...unit, coder, codeId: value + 5 })) }))
  const found = ofRatings(ratingsOf(sources, 2, false))
  expect(found.ac1).toBeCloseTo(0.849, 3)
  expect(found.cohen).toBeCloseTo(0.796, 3)
})

test('one category only, nobody there, nothing to code: what is undefined is said to be, and nothing is divided by zero', () => {
  const always = ofUnits([
    [0, 0],
    [0, 0],
  ])
  expect(always).toEqual({ n: 2, percent: 1, cohen: null, fleiss: null, alpha: null, ac1: null })
  expect(ofUnits([[0, null, null]])).toMatchObject({ n: 0, percent: null, fleiss: null, alpha: null })
  const empty = ofRatings(ratingsOf([{ raters: 3, units: [], codings: [] }], 2, false), 7)
  expect(empty).toEqual({ n: 0, percent: null, cohen: null, fleiss: null, alpha: null, ac1: null })
})

test('three coders with gaps: agreement where any two rated, chance from all that anybody did', () => {
  const found = ofUnits([
    [1, 1, null],
    [0, 1, null],
    [1, 1, 1],
    [0, 0, 0],
    [0, 0, 1],
    [null, 1, null],
  ])
  expect(found.n).toBe(5)
  const percent = (1 + 0 + 1 + 1 + 1 / 3) / 5
  expect(found.percent).toBeCloseTo(percent, 10)
  // The mean over six units of the share of their raters who said 1: 1, 1/2, 1, 0, 1/3, 1.
  const share = (1 + 1 / 2 + 1 + 0 + 1 / 3 + 1) / 6
  const chance = share ** 2 + (1 - share) ** 2
  expect(found.fleiss).toBeCloseTo((percent - chance) / (1 - chance), 10)
  expect(found.cohen).toBeNull()
})

test('a code counts with those below it: one put the theme and the other its sub-code, and on the theme they agree', () => {
  const ratings = thousand([
    { start: 0, end: 100, coder: 0, codeId: 7 },
    { start: 0, end: 100, coder: 1, codeId: 8 },
  ])
  const theme = rateCode(ratings, new Set([7, 8]))
  expect(coefficientsOf(theme, countPatterns(theme, sizesByRaters(ratings)))).toMatchObject({ percent: 1, cohen: 1 })
  expect(ofRatings(ratings, 8)).toMatchObject({ percent: 0.9 })
  expect(ofRatings(ratings)).toMatchObject({ percent: 0.9 })
})
