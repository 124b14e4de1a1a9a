import { expect, test } from 'vitest'
import type { ReadSource } from '../../../src/domain/read-source.ts'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { importSources } from '../../../src/services/imports/import-sources.ts'
import { undo } from '../../../src/services/undo.ts'
import type { House } from '../../../src/storage/open.ts'
import { listAttributes, listSourceCases, listStudyCases } from '../../../src/storage/study-cases.ts'
import { openTestHouse, seedSmallStudy } from '../../support/house.ts'

const source = (title: string, more: Partial<ReadSource> = {}): ReadSource => ({
  title,
  originalName: null,
  bytes: null,
  text: `Ord om ${title}.`,
  language: 'sv',
  kind: 'interview',
  caseName: title,
  speakers: [],
  spans: [],
  repairs: [],
  losses: [],
  warnings: [],
  ...more,
})

async function open() {
  const { house } = await openTestHouse()
  const { projectId } = await seedSmallStudy(house)
  const wish = { projectId, coderId: 1 }
  const told = async () => (await listStudyCases(house.read, projectId)).map((one) => [one.name, one.kind, ...one.values.values()])
  const types = async () => (await listAttributes(house.read, projectId)).map(({ name, type }) => [name, type])
  return { house, projectId, wish, told, types }
}

/** Everything that an act may change, as it stands. */
async function everything(house: House) {
  const tables = ['source', 'study_case', 'source_case', 'attribute', 'attribute_value', 'speaker', 'source_span'] as const
  return Promise.all(tables.map((table) => house.read.selectFrom(table).selectAll().orderBy('id').execute()))
}

test('a file’s attributes and kind become the case’s; undo takes all of it back', async () => {
  const { house, projectId, wish, told, types } = await open()
  const before = await everything(house)
  const attributes = [
    { name: 'Roll', type: 'category', value: 'rektor' },
    { name: 'Befolkning', type: 'number', value: '46 800' },
  ] as const
  await importSources(house, { ...wish, sources: [source('K1', { caseKind: 'informant', attributes })] })
  expect(await told()).toEqual([['K1', 'informant', 'rektor', '46800']])
  expect(await types()).toEqual([
    ['Roll', 'category'],
    ['Befolkning', 'number'],
  ])
  await undo(house, { projectId, actorId: 1 })
  expect(await everything(house)).toEqual(before)
})

test('an attribute that is there keeps its type whatever its capitals; what does not fit, or stands otherwise, is listed and changes nothing', async () => {
  const { house, wish, told, types } = await open()
  await importSources(house, { ...wish, sources: [source('K1', { attributes: [{ name: 'Storlek', type: 'number', value: '10' }] })] })
  const attributes = [{ name: 'STORLEK', type: 'text', value: 'stor' }] as const
  const { misfits } = await importSources(house, {
    ...wish,
    sources: [source('K2', { attributes }), source('K1', { title: 'K1 igen', attributes: [{ name: 'storlek', type: 'number', value: '11' }] })],
  })
  expect(misfits).toEqual([
    { caseName: 'K2', name: 'Storlek', value: 'stor' },
    { caseName: 'K1', name: 'Storlek', value: '11', stands: '10' },
  ])
  expect([await told(), await types()]).toEqual([
    [
      ['K1', '', '10'],
      ['K2', ''],
    ],
    [['Storlek', 'number']],
  ])
})

test('a new attribute becomes text where a later value does not fit its type: nothing is dropped', async () => {
  const { house, wish, told, types } = await open()
  const sized = (title: string, value: string) => source(title, { attributes: [{ name: 'Storlek', type: 'number', value }] })
  const many = Array.from({ length: 60 }, (_, at) => sized(`K${at}`, `${at}`))
  const { misfits } = await importSources(house, { ...wish, sources: [...many, sized('Sist', 'okänd')] })
  expect([misfits, await types()]).toEqual([[], [['Storlek', 'text']]])
  expect((await told()).slice(-2)).toEqual([
    ['K59', '', '59'],
    ['Sist', '', 'okänd'],
  ])
  expect(await house.read.selectFrom('attribute_value').select('id').where('number_value', 'is not', null).execute()).toEqual([])
})

test('cases without text are made with their values, and what stands gives way to them', async () => {
  const { house, projectId, wish, told } = await open()
  await importSources(house, { ...wish, sources: [source('K1', { attributes: [{ name: 'Ort', type: 'text', value: 'Alvik' }] })] })
  const blank = (title: string, value: string) => source(title, { text: '', attributes: [{ name: 'Ort', type: 'text', value }] })
  const { sources, actId } = await importSources(house, { ...wish, sources: [blank('k1', 'Berg'), blank('K2', 'Alvik')] })
  expect([sources, await told()]).toEqual([
    [],
    [
      ['K1', '', 'Berg'],
      ['K2', '', 'Alvik'],
    ],
  ])
  expect(await house.read.selectFrom('act').select(['kind', 'about']).where('id', '=', actId).executeTakeFirst()).toEqual({
    kind: 'import-cases',
    about: '{"count":2}',
  })
  await undo(house, { projectId, actorId: 1 })
  expect(await told()).toEqual([['K1', '', 'Alvik']])
})

test('a speaker’s case is made, and belongs to the source', async () => {
  const { house, projectId, wish } = await open()
  const text = 'Ja.\nNej.'
  const speakers = [
    { label: 'A', role: 'informant', caseName: 'Anna' },
    { label: 'B', role: 'informant', caseName: 'Bo' },
  ] as const
  const spans = [
    { kind: 'turn', start: 0, end: 3, speaker: 'A' },
    { kind: 'turn', start: 4, end: 8, speaker: 'B' },
  ] as const
  await importSources(house, { ...wish, sources: [source('Grupp', { text, caseName: null, speakers, spans })] })
  expect((await listSourceCases(house.read, projectId)).map((link) => link.caseName)).toEqual(['Anna', 'Bo'])
  const rows = await house.read.selectFrom('speaker').innerJoin('study_case', 'study_case.id', 'case_id').select(['label', 'name']).execute()
  expect(rows).toEqual([
    { label: 'A', name: 'Anna' },
    { label: 'B', name: 'Bo' },
  ])
})

test('a survey of 6,400 rows and 12 columns comes whole, with progress, its file kept once, nobody waiting', { timeout: 120_000 }, async () => {
  const { house, projectId, wish } = await open()
  const words = 'vi har det bra här och det är nära till allt men bussen går inte så ofta som man skulle vilja'.split(' ')
  const answer = (row: number, column: number) =>
    Array.from({ length: 12 + (row % 9) }, (_, at) => words[(row * 7 + at * (column + 3)) % words.length])
      .join(' ')
      .concat(` ${row}.`)
  const head = ['id', 'Ort', 'Ålder', 'Kön', 'Datum', 'Nöjd', 'Boende', 'År', 'Vad är bra?', 'Vad saknas?', 'Vad gör du då?', 'Något mer?']
  const row = (at: number) => [`R${at}`, `Ort ${at % 12}`, 18 + (at % 70), 'kma'[at % 3], `2026-01-${10 + (at % 20)}`, 1 + (at % 5), 'hus', 1990 + (at % 30)]
  const lines = Array.from({ length: 6400 }, (_, at) =>
    [...row(at), answer(at, 1), at % 4 ? answer(at, 2) : '', answer(at, 3), at % 9 ? '' : answer(at, 4)].join(';'),
  )
  const bytes = Buffer.from([head.join(';'), ...lines].join('\n'))
  const began = performance.now()
  const cpu = process.cpuUsage()
  const read = await readSourceFile(bytes, 'enkät.csv', 'sv')
  const understood = performance.now() - began
  expect(read.length).toBe(6400)
  const heard: number[] = []
  let late = 0
  let before = performance.now()
  const clock = setInterval(() => {
    late = Math.max(late, performance.now() - before - 5)
    before = performance.now()
  }, 5)
  before = performance.now()
  const { sources } = await importSources(house, { ...wish, sources: read.map((one) => ({ ...one, bytes })), progress: (done) => heard.push(done) })
  clearInterval(clock)
  const took = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  console.log(`6,400 rows: understood in ${Math.round(understood)} ms, in after ${Math.round(took)} ms, longest wait ${Math.round(late)} ms`)
  expect(sources.length).toBe(6400)
  expect(heard.at(-1)).toBe(6400)
  expect(heard.length).toBeGreaterThan(50)
  // The machine may have other work: what counts is what this took of it.
  expect((user + system) / 1000).toBeLessThan(20_000)
  expect(await house.read.selectFrom('original').select('id').execute()).toHaveLength(1)
  expect((await listStudyCases(house.read, projectId)).every((one) => one.values.size === 7)).toBe(true)
  await undo(house, { projectId, actorId: 1 })
  expect(await listStudyCases(house.read, projectId)).toEqual([])
})
