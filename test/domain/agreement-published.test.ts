import { expect, test } from 'vitest'
import { coefficientsOf } from '../../src/domain/agreement/coefficients.ts'
import { ratingsOf } from '../../src/domain/agreement/rated-units.ts'
import { countPatterns, rateCode, sizesByRaters } from '../../src/domain/agreement/ratings.ts'
import { ofTable, ofUnits, unitsOf, unitsOfCounts } from '../support/rated.ts'

// Every coefficient against worked examples that others have published.

test('Cohen 1960, p. 45: kappa .492', () => {
  const found = ofTable([
    [88, 10, 2],
    [14, 40, 6],
    [18, 10, 12],
  ])
  expect(found.n).toBe(200)
  expect(found.percent).toBeCloseTo(0.7, 10)
  expect(found.cohen).toBeCloseTo(0.492, 3)
})

const fleiss1971 = `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
    00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
  .split(/\s+/)
  .map((row) => [...row].map(Number))

test('Fleiss 1971: thirty patients, six psychiatrists, five diagnoses: kappa .430', () => {
  const units = unitsOfCounts(fleiss1971)
  expect(units.every((unit) => unit.length === 6)).toBe(true)
  expect(ofUnits(units).fleiss).toBeCloseTo(0.43, 3)
})

test('Fleiss 1971, on each diagnosis: .245, .245, .520, .471, .566 – as each code is compared by itself', () => {
  const unit = { start: 0, end: 9 }
  const sources = unitsOfCounts(fleiss1971).map((values) => ({
    raters: 0b111111,
    units: [[unit]],
    codings: values.map((value, coder) => ({ ...unit, coder, codeId: value + 1 })),
  }))
  const ratings = ratingsOf(sources, 6, false)
  const kappas = [1, 2, 3, 4, 5].map((codeId) => {
    const rated = rateCode(ratings, new Set([codeId]))
    return coefficientsOf(rated, countPatterns(rated, sizesByRaters(ratings))).fleiss!
  })
  expect(kappas.map((kappa) => kappa.toFixed(3))).toEqual(['0.245', '0.245', '0.520', '0.471', '0.566'])
})

test('Fleiss’ kappa as Wikipedia works it out: ten subjects, fourteen raters, five categories: .210', () => {
  const rows = ['0 0 0 0 14', '0 2 6 4 2', '0 0 3 5 6', '0 3 9 2 0', '2 2 8 1 1', '7 7 0 0 0', '3 2 6 3 0', '2 5 3 2 2', '6 5 2 1 0', '0 2 2 3 7']
  const found = ofUnits(unitsOfCounts(rows.map((row) => row.split(' ').map(Number))))
  expect(found.percent).toBeCloseTo(0.378, 3)
  expect(found.fleiss).toBeCloseTo(0.21, 3)
})

// Krippendorff 2004, p. 230; 2011, "Computing Krippendorff's Alpha-Reliability", C; Gwet 2014, table of four raters and twelve units.
const fourCoders = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')

test('Krippendorff 2004, p. 230, with missing data: alpha .743', () => {
  const found = ofUnits(fourCoders)
  expect(found.alpha).toBeCloseTo(0.743, 3)
  expect(found.n).toBe(11)
})

test('Gwet 2014, the same units, as his irrCAC has them (cac.raw4raters): percent .818, Fleiss .761, AC1 .775, alpha .743', () => {
  const found = ofUnits(fourCoders)
  expect(found.fleiss).toBeCloseTo(0.76117, 5)
  expect(found.percent).toBeCloseTo(0.81818, 5)
  expect(found.ac1).toBeCloseTo(0.77544, 5)
  expect(found.alpha).toBeCloseTo(0.74342, 5)
})

test('Krippendorff 2011, A: two observers, ten units, two values: alpha .095', () => {
  expect(ofUnits(unitsOf('0100000010', '1110010000')).alpha).toBeCloseTo(0.095, 3)
})

test('Krippendorff 2011, B: two observers, twelve units, five values: alpha .692', () => {
  expect(ofUnits(unitsOf('aabbdcccedda', 'babbbccceddd')).alpha).toBeCloseTo(0.692, 3)
})

test('three coders with gaps, as Wikipedia has Krippendorff’s alpha: .691', () => {
  const found = ofUnits(unitsOf('.....34121133.3', '1.213343.......', '..21344.21133.4'))
  expect(found.alpha).toBeCloseTo(0.691, 3)
})

test('three by three, two abstractors (Gwet 2014): kappa .796, alpha .797, AC1 .849', () => {
  const found = ofTable([
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ])
  expect(found.cohen).toBeCloseTo(0.796, 3)
  expect(found.alpha).toBeCloseTo(0.797, 3)
  expect(found.ac1).toBeCloseTo(0.849, 3)
})

test.each([
  [[40, 9, 6, 45], 0.85, 0.7],
  [[80, 10, 5, 5], 0.85, 0.32],
  [[45, 15, 25, 15], 0.6, 0.13],
  [[25, 35, 5, 35], 0.6, 0.26],
])('Feinstein and Cicchetti 1990, high agreement and low kappa: %j', ([a, b, c, d], percent, kappa) => {
  const found = ofTable([
    [a!, b!],
    [c!, d!],
  ])
  expect(found.percent).toBeCloseTo(percent, 10)
  expect(found.cohen).toBeCloseTo(kappa, 2)
})

test('Gwet 2002, where kappa is below nothing though two raters hardly differ: kappa -.023, AC1 .941', () => {
  const found = ofTable([
    [118, 5],
    [2, 0],
  ])
  expect(found.percent).toBeCloseTo(0.944, 3)
  expect(found.cohen).toBeCloseTo(-0.023, 3)
  expect(found.ac1).toBeCloseTo(0.941, 3)
})

test('Byrt, Bishop and Carlin 1993: with neither bias nor prevalence kappa is 2 × percent − 1, and so are AC1 and Fleiss’', () => {
  for (const [same, other] of [
    [40, 10],
    [25, 25],
    [7, 43],
  ] as const) {
    const found = ofTable([
      [same, other],
      [other, same],
    ])
    for (const value of [found.cohen, found.fleiss, found.ac1]) expect(value).toBeCloseTo((2 * same) / (same + other) - 1, 10)
  }
})
