import { expect, test } from 'vitest'
import { flatten, treeOf } from '../../src/domain/code.ts'
import { codesMeant } from '../../src/domain/codes-meant.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'

const rows: [string, number | null, string | null][] = [
  ['Drivkrafter', null, null],
  ['Lokala eldsjälar', 1, null],
  ['Ensamhet hemma', 1, null],
  ['Eldsjälar som gav upp', 1, '2026-01-01'],
]
const codes = flatten(
  treeOf(
    rows.map(([label, parentId, retiredAt], nth) => {
      const words = { definition: '', whenToUse: '', whenNot: '', example: '' }
      return { id: nth + 1, guid: `${nth}`, projectId: 1, parentId, label, color: null, ...words, position: nth, retiredAt }
    }),
  ),
)
const meant = (typed: string) => codesMeant(parseQuery(typed), codes).map(({ by, code, query }) => [by, code.label, query])

test('a code that is named by a part of its label is offered, with the search as it would be written', () => {
  const found = [['part', 'Lokala eldsjälar', 'stuga code:"Drivkrafter > Lokala eldsjälar" hus']]
  expect(meant('stuga code:eldsjälar hus')).toEqual(found)
  expect(meant('stuga code:"ELDSJÄLAR lokala" hus')).toEqual(found)
  expect(parseQuery(found[0]![2]!).problems).toEqual([])
})

test('words that are the name of a code offer it; a code that is named rightly, or unlike all, offers none', () => {
  for (const typed of ['ensamhet hemma ', '"Ensamhet hemma"']) expect(meant(typed)).toEqual([['name', 'Ensamhet hemma', 'code:"Drivkrafter > Ensamhet hemma"']])
  for (const typed of ['ensamhet', 'code:drivkrafter', 'code:"Drivkrafter > Lokala eldsjälar"', 'code:hyra', 'code:*', '']) expect(meant(typed)).toEqual([])
})
