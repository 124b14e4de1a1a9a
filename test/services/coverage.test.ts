import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinSources, wordsCovered } from '../../src/domain/coverage.ts'
import { wordsOf } from '../../src/domain/word.ts'
import { readCoverage } from '../../src/services/coverage.ts'
import { perform } from '../../src/storage/ledger.ts'
import { said, seedCloudStudy } from '../support/cloud-study.ts'
import { openTestHouse } from '../support/house.ts'

async function study() {
  const { house } = await openTestHouse()
  const ids = await seedCloudStudy(house)
  const read = (filter = '') => readCoverage(house.read, { projectId: ids.projectId, filter })
  const names = async (filter = '') => (await read(filter)).warnings.map(({ gap, name, other }) => [gap, name, ...(other ? [other] : [])].join(' '))
  return { house, ids, read, names }
}

test('what the coding passes by: sources, cases and people without a quotation, themes on one alone', async () => {
  const { names } = await study()
  expect(await names()).toEqual([
    'uncoded-source Söder',
    'unquoted-case Söder',
    'unquoted-case Anna',
    'unquoted-speaker Anna Focus',
    'one-informant Premises Norrby',
    'one-informant Bus Bo',
  ])
})

test('of the cases and sources that the filter leaves in', async () => {
  const { names, read } = await study()
  expect(await names('case:Norrby')).toEqual([])
  expect(await names('source:Norrby')).toEqual([])
  expect((await read('source:Norrby')).sources.map(({ title }) => title)).toEqual(['Norrby'])
  expect(await names('Region:south')).toEqual(['uncoded-source Söder', 'unquoted-case Söder'])
})

test('cases that are never an example, as soon as one is', async () => {
  const { house, ids, read, names } = await study()
  expect((await read()).examples).toBe(0)
  const { id } = await house.read.selectFrom('coding').select('id').where('code_id', '=', ids.rent).executeTakeFirstOrThrow()
  await perform(house.write, { projectId: ids.projectId, actorId: 1, kind: 'edit-code' }, (ledger) => ledger.update('coding', id, { example: 1 }))
  expect((await names()).filter((name) => name.startsWith('uncited'))).toEqual(['uncited-case Bo'])
})

test('a question whose answers nobody coded, until somebody does', async () => {
  const { house, ids, names } = await study()
  const { id: source_id } = await house.read.selectFrom('source').select('id').where('title', '=', 'Söder').executeTakeFirstOrThrow()
  const answer = await house.read.selectFrom('answer').select('id').where('case_id', '=', ids.cases.soder).executeTakeFirstOrThrow()
  await perform(house.write, { projectId: ids.projectId, actorId: 1, kind: 'set-answer' }, (ledger) =>
    ledger.insert('answer_span', { answer_id: answer.id, source_id, part: 1, start_offset: 11, end_offset: 26 }),
  )
  const uncoded = async () => (await names()).filter((name) => name.startsWith('uncoded-question'))
  expect(await uncoded()).toEqual(['uncoded-question 1. Where? Guide'])
  await perform(house.write, { projectId: ids.projectId, actorId: 1, kind: 'code-passage' }, async (ledger) => {
    const quotation_id = await ledger.insert('quotation', { guid: crypto.randomUUID(), source_id, start_offset: 20, end_offset: 30 })
    const coding = { guid: crypto.randomUUID(), quotation_id, code_id: ids.bus, coder_id: 1, made_by: 'person' as const, made_at: '2026-01-05T09:00:00.000Z' }
    await ledger.insert('coding', coding)
  })
  expect(await uncoded()).toEqual([])
})

test('only the informant’s words count, and those under a quotation once', async () => {
  const { read } = await study()
  const norrby = (await read()).sources.find(({ title }) => title === 'Norrby')!
  const spoken = said.norrby.slice(said.norrby.indexOf('Platsen är'))
  expect(norrby).toMatchObject({ words: wordsOf(spoken).length, coded: wordsOf('Platsen är bra, alltså en bra plats').length, quotations: 2 })
})

test('words are counted where they begin, whatever lies over them', () => {
  const text = 'ett två tre – fyra, fem sex sju åtta nio tio'
  const span = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 30 }), (quotations, cut, start) => {
      const stretches = [
        { start: 0, end: cut },
        { start, end: text.length },
      ]
      // Also where a stretch begins or ends in the middle of a word: it belongs where it begins, as in every matrix.
      const words = wordsOf(text).filter((word) => word.start < cut || word.start >= start)
      const coded = words.filter((word) => quotations.some(({ start, end }) => start <= word.start && word.start < end))
      expect(wordsCovered(text, stretches, quotations)).toEqual({ words: words.length, coded: coded.length })
    }),
  )
})

test('much less coded than is usual: under half of the median, among four sources or more', () => {
  const sources = [50, 48, 52, 20].map((coded) => ({ words: 100, coded }))
  expect(thinSources(sources)).toEqual([{ words: 100, coded: 20 }])
  expect(thinSources(sources.slice(1))).toEqual([])
})
