import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseView, contrastOf, contrastSides } from '../../src/domain/contrast.ts'

const view = (caseId: number): fc.Arbitrary<CaseView> =>
  fc.record({
    caseId: fc.constant(caseId),
    standing: fc.constantFrom('answered' as const, 'dont_know' as const, 'not_asked' as const),
    state: fc.option(fc.constantFrom('yes' as const, 'no' as const, 'partly' as const)),
  })
const candidate = fc.record({
  id: fc.nat(999),
  sourceId: fc.nat(3),
  start: fc.nat(500),
  end: fc.integer({ min: 501, max: 2000 }),
  caseIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  coders: fc.integer({ min: 1, max: 3 }),
  codes: fc.integer({ min: 1, max: 3 }),
  example: fc.boolean(),
  picked: fc.boolean(),
})

test('each side shows its own cases, each once; where nobody is judged all are of one side; evidence comes first', () => {
  fc.assert(
    fc.property(fc.tuple(view(1), view(2), view(3), view(4), view(5)), fc.array(candidate, { maxLength: 12 }), (views, candidates) => {
      const chosen = contrastOf(candidates, views)
      const judged = views.some(({ state }) => state)
      for (const { side, caseId, quotation } of chosen) {
        const { state, standing } = views.find((one) => one.caseId === caseId)!
        expect(quotation.caseIds).toContain(caseId)
        expect(side).toBe(state ?? (standing === 'dont_know' ? 'dont-know' : 'said'))
        if (side === 'said') expect(judged).toBe(false)
      }
      for (const side of contrastSides) {
        const cases = chosen.filter((one) => one.side === side).map(({ caseId }) => caseId)
        expect(new Set(cases).size).toBe(cases.length)
        expect(cases.length).toBeLessThanOrEqual(side === 'no' || side === 'said' ? 2 : 1)
        const [first] = chosen.filter((one) => one.side === side)
        const could = candidates.filter(({ caseIds }) => caseIds.some((id) => chosen.some((one) => one.side === side && one.caseId === id)))
        if (first && !first.quotation.picked) expect(could.filter(({ caseIds }) => caseIds.includes(first.caseId)).every(({ picked }) => !picked)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
