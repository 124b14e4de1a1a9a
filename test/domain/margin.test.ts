import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lanesOf, MOST_LANES, namesOf } from '../../src/domain/margin.ts'

const coded = (codeId: number, start: number, end: number, coderId = 1) => ({ codeId, coderId, span: { start, end } })

test('two coders who put one code on words that overlap share a name; the same code further on has its own', () => {
  const [anna, berit, later, other] = [coded(1, 0, 40), coded(1, 30, 60, 2), coded(1, 100, 120), coded(2, 10, 50)]
  expect(namesOf([later, other, berit, anna])).toEqual([
    { lead: anna, codings: [anna, berit] },
    { lead: other, codings: [other] },
    { lead: later, codings: [later] },
  ])
})

test('a bar that begins on the line where another ends has a lane of its own', () => {
  expect(lanesOf([coded(1, 0, 200), coded(2, 205, 300)]).map(({ lane }) => lane)).toEqual([0, 1])
  expect(lanesOf([coded(1, 0, 200), coded(2, 400, 500)]).map(({ lane }) => lane)).toEqual([0, 0])
})

test('no two bars of a lane overlap while there are lanes, and every coding has one name', () => {
  const some = fc.array(
    fc
      .record({ codeId: fc.integer({ min: 1, max: 6 }), start: fc.nat(500), long: fc.integer({ min: 1, max: 200 }) })
      .map((one) => coded(one.codeId, one.start, one.start + one.long)),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(some, (codings) => {
      const lanes = lanesOf(codings)
      for (const a of lanes)
        for (const b of lanes) {
          const overlaps = a.coding.span.start < b.coding.span.end && b.coding.span.start < a.coding.span.end
          if (a !== b && a.lane === b.lane && a.lane < MOST_LANES - 1) expect(overlaps).toBe(false)
        }
      const named = namesOf(codings).flatMap((name) => name.codings)
      expect(named).toHaveLength(codings.length)
      expect(new Set(named)).toEqual(new Set(codings))
      for (const { lead, codings: together } of namesOf(codings)) expect(together.every((one) => one.codeId === lead.codeId)).toBe(true)
    }),
  )
})
