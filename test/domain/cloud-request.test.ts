import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseGroup, type CloudRequest, MOST_WORDS, parseCloudRequest, queryOf, wholeCloud } from '../../src/domain/cloud-request.ts'
import { Refusal } from '../../src/domain/refusal.ts'

const number = fc.option(fc.integer({ min: 1, max: 9999 }))
const group: fc.Arbitrary<CaseGroup> = fc.oneof(
  fc.record({ attributeId: fc.integer({ min: 1, max: 99 }), is: fc.constant('=' as const), value: fc.string({ minLength: 1 }) }),
  fc.record({ attributeId: fc.integer({ min: 1, max: 99 }), is: fc.constantFrom('<' as const, '>' as const, '>=' as const), value: fc.integer().map(String) }),
  fc.record({
    attributeId: fc.integer({ min: 1, max: 99 }),
    is: fc.constant('..' as const),
    value: fc.tuple(fc.integer(), fc.integer()).map((ends) => ends.join('..')),
  }),
)
const request: fc.Arbitrary<CloudRequest> = fc.record({
  from: fc.constantFrom('words' as const, 'labels' as const),
  themeId: number,
  caseId: number,
  coderId: number,
  group: fc.option(group),
  beside: fc.constant(null),
  filter: fc.constantFrom('', 'code:#1 -case:"Å, ö"'),
  questionId: fc.option(fc.integer({ min: 1, max: 99 })),
  weigh: fc.constantFrom('cases', 'quotations'),
  run: fc.integer({ min: 1, max: 3 }),
  without: fc.uniqueArray(fc.constantFrom('år', 'co-working', 'jo')),
  least: fc.integer({ min: 1, max: 99 }),
  most: fc.integer({ min: 1, max: MOST_WORDS }),
})

test('a request written in an address is read back the same', () => {
  fc.assert(
    fc.property(request, (one) => {
      expect(parseCloudRequest(Object.fromEntries(new URLSearchParams(queryOf(one))))).toEqual(one)
    }),
  )
  expect(queryOf(wholeCloud)).toBe('')
})

test('what is none is refused, and too many words are cut to the most', () => {
  for (const query of [
    { theme: 'x' },
    { case: '-1' },
    { from: 'letters' },
    { group: 'Norra' },
    { group: '1<many' },
    { group: '1..5' },
    { group: '1..5..' },
    { group: '1..5..6..7' },
    { least: '0' },
    { most: '1e9' },
  ])
    expect(() => parseCloudRequest(query), JSON.stringify(query)).toThrow(Refusal)
  expect(parseCloudRequest({ most: '9999' }).most).toBe(MOST_WORDS)
  expect(parseCloudRequest({ beside: '1=a' }).beside).toBeNull()
})
