import { expect, test } from 'vitest'
import { parseFilter } from '../../src/domain/parse-filter.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import { withSets } from '../../src/search/with-sets.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { setSynonyms } from '../../src/services/set-synonyms.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const pool = await openSharedPool()

async function study() {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const wordsOf = async (filter: string) => (await readQuotations(house.read, { projectId: 1, filter, size: 1000 })).quotations.map(({ words }) => words)
  return { house, wordsOf }
}

test('words in a filter select what is coded of the quotations that have them: inflected, in compounds, in a row, near each other, whole begun and alike', async () => {
  const { wordsOf } = await study()
  const rent = await wordsOf('hyra')
  expect(rent.length).toBeGreaterThan(5)
  for (const words of rent) expect(words.toLowerCase()).toMatch(/hyr/)
  expect(rent.some((words) => /hyran/.test(words))).toBe(true)
  expect((await wordsOf('hyra match:exact')).every((words) => /\bhyra\b/i.test(words))).toBe(true)
  expect(await wordsOf('"ensamhet hemma"')).toEqual([])
  expect((await wordsOf('"ett skrivbord"')).every((words) => words.includes('ett skrivbord'))).toBe(true)
  expect((await wordsOf('skriv*')).length).toBeGreaterThan((await wordsOf('skrivare')).length)
  expect((await wordsOf('"kaffebryggare nyckel"~10')).length).toBeGreaterThan(0)
}, 60_000)

test('a word that nothing has is not guessed at: what is counted is sure', async () => {
  const { wordsOf } = await study()
  expect(await wordsOf('skrivbrod')).toEqual([])
  expect((await wordsOf('-skrivbrod')).length).toBe((await wordsOf('')).length)
}, 60_000)

test('words stand with conditions, in the matrix and in exports, and a cell opens what it counts', async () => {
  const { house, wordsOf } = await study()
  const filter = 'kommun* OR (hyra -coder:"Anna L")'
  const matrix = await readMatrix(house.read, { projectId: 1, rows: 'themes', columns: 'attribute:region', value: 'quotations', filter, cuts: [] })
  const listed = await readQuotations(house.read, { projectId: 1, filter, size: 1 })
  expect(matrix.total.quotations).toBe(listed.total.quotations)
  const input = { project: { id: 1, slug: 'demo', name: 'Demo' }, filter, language: 'sv' as const, options: {} }
  const rows = JSON.parse(String((await findExporter('quotations', 'json')(house.read, input)).bytes)) as unknown[]
  expect(rows.length).toBe(listed.total.codings)
  expect((await wordsOf('hyra lokal')).length).toBeLessThan((await wordsOf('hyra OR lokal')).length)
}, 60_000)

test('what means the same in the project is found too, and an act makes what was found old', async () => {
  const { house, wordsOf } = await study()
  const before = await wordsOf('sol')
  await setSynonyms(house, { projectId: 1, coderId: 1, text: 'sol, skrivbord' })
  expect((await wordsOf('sol')).length).toBeGreaterThan(before.length)
}, 60_000)

test('a set with words is searched for as its words', () => {
  const sets = [{ id: 1, name: 'Rent', filter: parseFilter('hyra code:"Lokaler" match:exact') }]
  const { tree } = withSets(parseQuery('set:Rent'), sets)
  expect(tree).toMatchObject({ kind: 'and', nodes: [{ kind: 'word', letters: 'hyra', prefix: null }, { kind: 'filter' }, { kind: 'match' }] })
})
