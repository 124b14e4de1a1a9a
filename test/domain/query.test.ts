import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord } from '../../src/domain/fold-word.ts'
import { formatClause } from '../../src/domain/format-filter.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import type { QueryNode } from '../../src/domain/query.ts'

/** A tree as the tests write it. */
function shape(node: QueryNode | null): unknown {
  if (node === null) return null
  if (node.kind === 'word')
    return node.letters + (node.prefix === 'star' ? '*' : node.prefix === 'last' ? '…' : '') + (node.fuzzy === null ? '' : `~${node.fuzzy || ''}`)
  if (node.kind === 'phrase') return `"${node.words}"`
  if (node.kind === 'near') return `"${node.words.map(({ word }) => word).join(' ')}"~${node.within}`
  if (node.kind === 'match') return `{match:${node.value}}`
  if (node.kind === 'filter') return `{${formatClause(node.clause)}}`
  return node.kind === 'not' ? { not: shape(node.node) } : { [node.kind]: node.nodes.map(shape) }
}

test.each([
  ['hyra', 'hyra…'],
  ['hyra ', 'hyra'],
  ['hyra kontor ', { and: ['hyra', 'kontor'] }],
  ['hyra OR kontor hus ', { or: ['hyra', { and: ['kontor', 'hus'] }] }],
  ['(hyra OR kontor) hus ', { and: [{ or: ['hyra', 'kontor'] }, 'hus'] }],
  ['hyra ELLER kontor hus ', { or: ['hyra', { and: ['kontor', 'hus'] }] }],
  ['flytt* INTE pendla', { and: ['flytt*', { not: 'pendla' }] }],
  ['flytt* NOT (pendla OR hyra)', { and: ['flytt*', { not: { or: ['pendla', 'hyra…'] } }] }],
  ['IKKE code:Rent hyra ', { and: [{ not: '{code:Rent}' }, 'hyra'] }],
  ['hyra eller inte ', { and: ['hyra', 'eller', 'inte'] }],
  ['flytt* -pendla', { and: ['flytt*', { not: 'pendla' }] }],
  ['"i alla fall"', '"i alla fall"'],
  ['”i alla fall”', '"i alla fall"'],
  ['Co-Working ', 'coworking'],
  ['bl.a. ', '"bl a"'],
  ['OR hyra OR ', 'hyra'],
  ['((hyra ', 'hyra'],
  ['-(hyra OR kontor) lada ', { and: [{ not: { or: ['hyra', 'kontor'] } }, 'lada'] }],
  ['hyra~', 'hyra~'],
  ['hyra~2 ', 'hyra~2'],
  ['"hyra lokal"~3', '"hyra lokal"~3'],
  ['"hyra lokal"~', '"hyra lokal"~5'],
  ['«hyra lokal»', '"hyra lokal"'],
  ['hyra code:Rent ', { and: ['hyra', '{code:Rent}'] }],
  ['-code:"A > B" hyra', { and: [{ not: '{code:"A > B"}' }, 'hyra…'] }],
  ['"population":>20000 hyra ', { and: ['{"population">20000}', 'hyra'] }],
  ['"population change"<-1', '{"population change"<-1}'],
  ['population>20000', '{"population">20000}'],
  ['population: > 20 000 hyra ', { and: ['{"population">"20 000"}', 'hyra'] }],
  ['hyra population: <20,000', { and: ['hyra', '{"population"<"20,000"}'] }],
  ['population:5..9', '{"population":5..9}'],
  ['region:Norra', '{"region":Norra}'],
  ['EU:s ', 'eus'],
  ['kl:10 http://exempel.se ', { and: ['kl10', '"http exempel se"'] }],
  ['-code:Rent', { not: '{code:Rent}' }],
  ['-hyra -code:Rent', { and: [{ not: 'hyra' }, { not: '{code:Rent}' }] }],
  ['match:exact hyra', { and: ['{match:exact}', 'hyra…'] }],
  ['-(match:fuzzy) (hyra OR kontor)', { and: [{ not: '{match:fuzzy}' }, { or: ['hyra', 'kontor…'] }] }],
  ['match:other hyra ', 'hyra'],
  ['role:informant OR hyra ', { or: ['{role:informant}', 'hyra'] }],
])('%s is read as it was meant', (typed, meant) => expect(shape(parseQuery(typed, { attributes: ['Region', 'population'] }).tree)).toEqual(meant))

test.each([
  ['"i alla', 'unclosed-quote'],
  ['-hyra', 'only-not'],
  ['INTE hyra', 'only-not'],
  ['*kontor', 'star-first'],
  ['-', 'only-not'],
  ['hyra OR -kontor', 'only-not'],
  ['match:exact', 'only-match'],
  [' . !?', 'no-words'],
  ['😴 !?', 'signs'],
  ['a'.repeat(10_000), 'too-long'],
])('%.12s has a problem to tell', (typed, problem) => expect(parseQuery(typed).problems.map(({ key }) => key)).toEqual([`search.problem-${problem}`]))

test('nothing typed is no problem', () => expect(parseQuery('  ')).toMatchObject({ tree: null, problems: [] }))

test('å ä ö æ ø are letters of their own, other accents are not', () => {
  expect(foldWord('Hör')).toBe('hör')
  expect(foldWord('Ho\u0308r')).toBe('hör')
  expect(foldWord('IDÉ')).toBe('ide')
  expect(foldWord('Müller')).toBe('muller')
  expect(foldWord('EU:s')).toBe('eu-s')
})

test('any text can be read, and nothing that was folded folds further', () => {
  const pieces = fc.array(fc.constantFrom('hyra', '"', '(', ')', '-', ' OR ', ' ', '*', '\0', '😴', '\ud83d', '.*+?[', 'å'), { maxLength: 60 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((all) => all.join('')),
      ),
      (typed) => {
        const { tree, problems } = parseQuery(typed)
        if (!tree) expect(typed.trim() === '' || problems.length > 0).toBe(true)
        expect(foldWord(foldWord(typed))).toBe(foldWord(typed))
      },
    ),
  )
})
