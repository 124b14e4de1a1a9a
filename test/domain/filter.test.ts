import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Clause, type Filter, plainOf } from '../../src/domain/filter.ts'
import { formatFilter } from '../../src/domain/format-filter.ts'
import { gatherWords } from '../../src/domain/gather-words.ts'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { Refusal } from '../../src/domain/refusal.ts'

const words = fc
  .string({ unit: fc.constantFrom('a', 'Å', '9', ' ', '"', '\\', '>', '-', ':', '#', '(', ')', '.', '*', 'OR', '😴', '\n'), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '')
const named = fc.oneof(
  words.map((name) => ({ name })),
  fc.nat(9999).map((id) => ({ id })),
  fc.constant({ any: true as const }),
)
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const comparison = fc.oneof(
  fc.record({ is: fc.constantFrom('=', '>', '<', '>=', '<='), value: words }),
  fc.record({ is: fc.constant('between'), low: words, high: words }),
)
const anyClause = fc.oneof(
  fc.record({ key: fc.constantFrom('code', 'case', 'source', 'speaker', 'question', 'coder'), named }),
  fc.record({ key: fc.constant('kind'), value: fc.constantFrom('interview', 'focus group') }),
  fc.record({ key: fc.constant('role'), value: fc.constantFrom('informant', 'interviewer', 'other') }),
  fc.record({ key: fc.constant('answer'), value: fc.constantFrom('answered', 'dont_know') }),
  fc.record({ key: fc.constant('made'), value: fc.constantFrom('person', 'rule', 'import') }),
  fc.record({ key: fc.constantFrom('from', 'to'), value: day }),
  fc.record({ key: fc.constantFrom('memo', 'set'), value: words }),
  fc.record({ key: fc.constant('state'), value: fc.constantFrom('yes', 'no', 'partly', '*') }),
  fc.record({ key: fc.constant('review'), value: fc.constantFrom('waiting', 'settled', '*') }),
  fc.record({ key: fc.constant('attribute'), name: words, comparison }),
  fc.record({ key: fc.constant('words'), value: fc.constantFrom('rent', 'Å*', 'rent~', 'bl.a.', '12,5', '"a phrase"', '“near words”~3') }),
  fc.record({ key: fc.constant('match'), value: fc.constantFrom('exact', 'fuzzy') }),
) as fc.Arbitrary<Clause>
/** Filters as the text form has them: no list of one, no list straight inside its like's text. */
const { filter: anyFilter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyClause.map((clause): Filter => ({ clause })),
    fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map((all): Filter => ({ all })),
    fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map((any): Filter => ({ any })),
    tie('filter').map((not): Filter => ({ not })),
  ),
}))

test('what is written is read back as the same filter', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(parseFilter(formatFilter(filter))).toEqual(filter)
    }),
    { numRuns: 500 },
  )
})

test('any text is read or refused with a place, never a crash', () => {
  const bits = fc.constantFrom('code:', 'a', '"', '(', ')', '-', ' ', 'OR', '..', '>', ':', '#1', 'from:', '2026-02-30', 'state:', '\\', '*', 'kind:')
  fc.assert(
    fc.property(fc.string({ unit: bits, maxLength: 12 }), (text) => {
      try {
        const filter = parseFilter(text)
        expect(parseFilter(formatFilter(filter))).toEqual(parseFilter(formatFilter(parseFilter(formatFilter(filter)))))
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
        expect((error as Refusal).values['place']).toBeGreaterThan(0)
      }
    }),
    { numRuns: 500 },
  )
})

test('the language', () => {
  expect(parseFilter('')).toEqual({ all: [] })
  expect(parseFilter('code:"Theme > Code" -case:Älvbro')).toEqual({
    all: [{ clause: { key: 'code', named: { name: 'Theme > Code' } } }, { not: { clause: { key: 'case', named: { name: 'Älvbro' } } } }],
  })
  expect(parseFilter('"population change">-0.5 population:1000..2000')).toEqual({
    all: [
      { clause: { key: 'attribute', name: 'population change', comparison: { is: '>', value: '-0.5' } } },
      { clause: { key: 'attribute', name: 'population', comparison: { is: 'between', low: '1000', high: '2000' } } },
    ],
  })
  expect(parseFilter('"code":x')).toMatchObject({ clause: { key: 'attribute', name: 'code' } })
  expect(parseFilter('rent* -"an office" code:a')).toEqual({
    all: [
      { clause: { key: 'words', value: 'rent*' } },
      { not: { clause: { key: 'words', value: '"an office"' } } },
      { clause: { key: 'code', named: { name: 'a' } } },
    ],
  })
  expect(parseFilter('code:a ELLER INTE code:b NOT (code:c)')).toEqual(parseFilter('code:a OR -code:b -code:c'))
  expect(parseFilter('match:stem')).toEqual({ clause: { key: 'match', value: 'stem' } })
  expect(parseFilter('made:rule OR (made:import -code:#12)')).toEqual({
    any: [
      { clause: { key: 'made', value: 'rule' } },
      { all: [{ clause: { key: 'made', value: 'import' } }, { not: { clause: { key: 'code', named: { id: 12 } } } }] },
    ],
  })
})

test.each([
  ['code:', 'refusal.filter-no-value', 6],
  ['code:a * b', 'refusal.filter-syntax', 8],
  ['"two words', 'refusal.filter-quote', 1],
  ['(code:a', 'refusal.filter-parenthesis', 1],
  ['code:a)', 'refusal.filter-syntax', 7],
  ['code:"a', 'refusal.filter-quote', 6],
  ['code:a OR', 'refusal.filter-or', 10],
  ['OR code:a', 'refusal.filter-or', 1],
  ['kind:novel', 'refusal.filter-value', 6],
  ['from:2026-02-30', 'refusal.filter-day', 6],
  ['state:perhaps', 'refusal.filter-value', 7],
  ['code:a review:open', 'refusal.filter-value', 15],
  ['- ', 'refusal.filter-syntax', 3],
  [`${'('.repeat(99)}code:a`, 'refusal.filter-too-deep', 52],
  [`${'-'.repeat(60)}code:a`, 'refusal.filter-too-deep', 53],
])('%s is refused', (text, key, place) => {
  expect(() => parseFilter(text)).toThrow(expect.objectContaining({ key, values: expect.objectContaining({ place }) }))
})

test('denials move inwards, and twice denied is not denied', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(plainOf({ not: { not: filter } })).toEqual(plainOf(filter))
    }),
  )
})

test('words beside each other are one search, with how they are to answer; elsewhere each is its own', () => {
  const gathered = (text: string) => formatFilter(gatherWords(parseFilter(text)))
  expect(gathered('rent code:a office match:exact -"by bus"')).toBe('rent office match:exact code:a -"by bus"')
  expect(gathered('rent OR office')).toBe('rent OR office')
  expect(gathered('-(rent office)')).toBe('-rent office')
  expect(() => gatherWords(parseFilter('code:a match:exact'))).toThrow(expect.objectContaining({ key: 'refusal.filter-match' }))
})
