import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord, parseQuery, type QueryNode } from '../../src/domain/query.ts'

const shape = (node: QueryNode | null): unknown =>
  node === null
    ? null
    : node.kind === 'word'
      ? node.letters + (node.prefix === 'star' ? '*' : node.prefix === 'last' ? '…' : '')
      : node.kind === 'phrase'
        ? `"${node.words}"`
        : node.kind === 'not'
          ? { not: shape(node.node) }
          : { [node.kind]: node.nodes.map(shape) }

test.each([
  ['hyra', 'hyra…'],
  ['hyra ', 'hyra'],
  ['hyra kontor ', { and: ['hyra', 'kontor'] }],
  ['hyra OR kontor hus ', { or: ['hyra', { and: ['kontor', 'hus'] }] }],
  ['(hyra OR kontor) hus ', { and: [{ or: ['hyra', 'kontor'] }, 'hus'] }],
  ['flytt* -pendla', { and: ['flytt*', { not: 'pendla' }] }],
  ['"i alla fall"', '"i alla fall"'],
  ['”i alla fall”', '"i alla fall"'],
  ['Co-Working ', 'coworking'],
  ['bl.a. ', '"bl a"'],
  ['OR hyra OR ', 'hyra'],
  ['((hyra ', 'hyra'],
])('%s is read as it was meant', (typed, meant) => expect(shape(parseQuery(typed).tree)).toEqual(meant))

test.each([
  ['"i alla', 'unclosed-quote'],
  ['-hyra', 'only-not'],
  ['-', 'only-not'],
  ['hyra OR -kontor', 'only-not'],
  ['😴 !?', 'no-words'],
  ['a'.repeat(10_000), 'too-long'],
])('%.12s has a problem to tell', (typed, problem) => expect(parseQuery(typed).problems).toEqual([problem]))

test('nothing typed is no problem', () => expect(parseQuery('  ')).toEqual({ tree: null, problems: [] }))

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
