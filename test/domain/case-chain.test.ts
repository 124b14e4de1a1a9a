import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChainStep, formatChain, parseChain, withoutStep } from '../../src/domain/case-chain.ts'
import { clause } from '../../src/domain/filter.ts'

const conditions = fc.oneof(
  fc.constantFrom('yes', 'a; b', '2/3', 'it "said" so').map((value) => clause({ key: 'attribute', name: 'asked; or', comparison: { is: '=', value } })),
  fc.integer({ min: 1, max: 99 }).map((id) => clause({ key: 'case', named: { id } })),
)
const chains = fc
  .array(fc.record({ filter: conditions, back: fc.nat(4) }), { maxLength: 6 })
  .map((steps) => steps.map(({ filter, back }, at): ChainStep => ({ filter, of: Math.max(0, at - back) })))

test('written and read again, a chain is the same', () => {
  fc.assert(
    fc.property(chains, (chain) => {
      expect(parseChain(formatChain(chain))).toEqual(chain)
    }),
  )
})

test('a step is of the one before it, or of the one whose number it begins with', () => {
  expect(parseChain('asked:yes; answered:yes; 1/hub:yes; 0/"knows; it":no').map(({ of }) => of)).toEqual([0, 1, 1, 0])
  expect(parseChain('')).toEqual([])
})

test('without a step, those of it are of what it was of', () => {
  fc.assert(
    fc.property(
      chains.filter((chain) => chain.length > 0),
      fc.nat(9),
      (chain, which) => {
        const gone = (which % chain.length) + 1
        const left = withoutStep(chain, gone)
        expect(left.map(({ filter }) => filter)).toEqual(chain.filter((_, at) => at !== gone - 1).map(({ filter }) => filter))
        expect(parseChain(formatChain(left))).toEqual(left)
      },
    ),
  )
  expect(formatChain(withoutStep(parseChain('a:1; b:2; 2/c:3; 2/d:4'), 2))).toBe('"a":1; "c":3; 1/"d":4')
})

test.each([
  ['2/asked:yes', 'refusal.chain-order'],
  ['code:*', 'refusal.chain-cases'],
  ['asked:yes; kind:interview', 'refusal.chain-cases'],
  [Array.from({ length: 31 }, () => 'a:b').join(';'), 'refusal.chain-long'],
  ['asked:', 'refusal.filter-no-value'],
])('%s is refused', (text, key) => {
  expect(() => parseChain(text)).toThrow(key)
})
