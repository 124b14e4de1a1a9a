import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { LineOrder } from '../../src/domain/kwic-order.ts'
import { readDocx } from '../../src/exchange/read-docx.ts'
import { type HitFormat, hitFormats } from '../../src/services/exports/export-hits.ts'
import { searchProject } from '../../src/services/search-project.ts'
import { takeHits } from '../../src/services/take-hits.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const text = 'Zebras slept there.\n=SUM(A1) slept +1.\nA cat slept badly.\nMany slept again.'

async function openTaking(words = text) {
  const rooms = await openTestHouse()
  const { projectId } = await seedSmallStudy(rooms.house, words)
  const project = { id: projectId, slug: 'night-shift' }
  const take = (query: string, format: HitFormat, order: LineOrder = 'text') => takeHits(rooms, { project, query, order, format }, sayIn('en'))
  const shown = async (query: string, order: LineOrder) => (await searchProject(rooms, { projectId, query, limit: 1000, order })).lines
  return { take, shown }
}

const bytesOf = (bytes: Uint8Array | string) => Buffer.from(bytes)

test('every format holds the lines that the page shows, in their order, and the search', async () => {
  const { take, shown } = await openTaking()
  const placesShown = async (order: LineOrder) => (await shown('slept -nowhere', order)).map(({ paragraph }) => paragraph)
  for (const order of ['text', 'best', 'right', 'left'] as const) {
    const { lines: rows }: { lines: { paragraph: number }[] } = JSON.parse(bytesOf((await take('slept -nowhere', 'json', order)).bytes).toString())
    expect(rows.map(({ paragraph }) => paragraph)).toEqual(await placesShown(order))
  }
  const places = await placesShown('left')
  expect(places).not.toEqual([1, 2, 3, 4])
  const { sheets } = await readXlsx(bytesOf((await take('slept -nowhere', 'xlsx', 'left')).bytes))
  expect(sheets[0]!.rows.slice(1).map((row) => row[2])).toEqual(places)
  expect(sheets[1]!.rows[1]![0]).toBe('slept -nowhere')
  const { text: docx } = await readDocx(bytesOf((await take('slept -nowhere', 'docx', 'left')).bytes))
  expect([...docx.matchAll(/\(par\.\s(\d)\)/g)].map(([, place]) => Number(place))).toEqual(places)
  expect(docx).toContain('slept -nowhere')
})

test('a paragraph that answers in several places has a line for each, by their own context, where lines go by context or are taken home', async () => {
  const { take, shown } = await openTaking('A cat slept badly. The dog slept well, the cat slept again.\nNobody slept.')
  const keys = (lines: { kwic: { left: string; key: string; right: string } }[]) => lines.map(({ kwic }) => kwic.right.trim().split(' ')[0])
  expect(keys(await shown('slept', 'text'))).toEqual(['badly.', '.'])
  expect((await shown('slept', 'text')).map(({ others }) => others)).toEqual([2, 0])
  expect(keys(await shown('slept', 'right'))).toEqual(['.', 'again.', 'badly.', 'well,'])
  const { lines, hits, found } = JSON.parse(bytesOf((await take('slept', 'json')).bytes).toString())
  expect(lines.map(({ paragraph, right }: { paragraph: number; right: string }) => `${paragraph}${right.slice(0, 4)}`)).toEqual([
    '1 bad',
    '1 wel',
    '1 aga',
    '2.',
  ])
  expect([hits, plain(found)]).toEqual([2, '2 hits in 1 of 1 source. 4 lines, one for each place.'])
  // Where words stand together, only the places count where as many of them do.
  expect(await shown('cat slept', 'right')).toHaveLength(2)
})

test('words that look like a formula are never run as one', async () => {
  const { take } = await openTaking()
  const csv = bytesOf((await take('slept', 'csv')).bytes).toString()
  expect(csv).toContain("'=SUM(A1) ")
  expect(csv).not.toMatch(/(^|,|")=SUM/m)
  const { sheets } = await readXlsx(bytesOf((await take('slept', 'xlsx')).bytes))
  expect(sheets[0]!.rows.flat()).toContain('=SUM(A1) ')
})

test('a search that finds nothing is a file that says so; one that asks for nothing is none', async () => {
  const { take } = await openTaking()
  for (const format of hitFormats) {
    const { bytes, fileName } = await take('unheard', format)
    expect([bytes.length > 0, fileName]).toEqual([true, `night-shift-hits.${format}`])
  }
  const { sheets } = await readXlsx(bytesOf((await take('unheard', 'xlsx')).bytes))
  expect(sheets[1]!.rows[1]).toEqual(['unheard', 'Paragraphs with unheard.', '0 hits in 0 of 1 source.', 0, 0, 1])
  await expect(take('-slept', 'csv')).rejects.toMatchObject({ key: 'search.problem-no-words' })
})

test('each says the search as it was understood, what was not, and how much it found of how many, where it found nothing too', async () => {
  const { take } = await openTaking()
  const asked = 'slpet code:#1 -role:interviewer'
  const understood = 'Paragraphs with words like slpet, only: code Fatigue, not the interviewer speaks.'
  for (const [query, sentence, found] of [
    [asked, understood, '0 hits in 0 of 1 source.'],
    ['slpet', 'Paragraphs with words like slpet. No word is written “slpet”. Showing words spelt nearly so: slept.', '4 hits in 1 of 1 source.'],
    ['slept source:Nurs', 'Character 7: There is no source called “Nurs”. Nearest: Nurse 01.', '0 hits in 0 of 1 source.'],
  ] as const) {
    const csv = plain(bytesOf((await take(query, 'csv')).bytes).toString())
    for (const words of [query, sentence, found]) expect(csv).toContain(words.replaceAll('"', '""'))
    const { text: docx } = await readDocx(bytesOf((await take(query, 'docx')).bytes))
    for (const words of [query, sentence, found]) expect(plain(docx)).toContain(words)
    const { sheets } = await readXlsx(bytesOf((await take(query, 'xlsx')).bytes))
    expect(plain(`${sheets[1]!.rows[1]![1]}`)).toContain(sentence)
    const json = JSON.parse(plain(bytesOf((await take(query, 'json')).bytes).toString()))
    expect(json).toMatchObject({ query, understood: expect.stringContaining(sentence), found, hits: json.lines.length, sources: { of: 1 } })
  }
})

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}
