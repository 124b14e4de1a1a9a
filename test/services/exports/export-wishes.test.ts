import { expect, test } from 'vitest'
import { findUnread } from '../../../src/commands/export-options.ts'
import { exportable } from '../../../src/domain/export-format.ts'
import { recordsOf } from '../../../src/domain/table.ts'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { perform } from '../../../src/storage/ledger.ts'
import { said, seedCloudStudy } from '../../support/cloud-study.ts'
import { openTestHouse } from '../../support/house.ts'

/** What an export says to a wish: its JSON, or the key that it is refused with. */
async function asking() {
  const { house } = await openTestHouse()
  const ids = await seedCloudStudy(house)
  const ask = async (what: string, options: Record<string, string>, filter = '') => {
    const input = { project: { id: ids.projectId, slug: 'towns', name: 'Towns' }, filter, language: 'en' as const, options }
    return (await findExporter(what, 'json')(house.read, input).then(
      ({ bytes }) => JSON.parse(String(bytes)),
      ({ key }) => key,
    )) as any
  }
  return { house, ids, ask }
}

test('the list of words is of the question and the groups that are asked for by name, as the cloud is', async () => {
  const { house, ids, ask } = await asking()
  const times = (rows: any[]) => Object.fromEntries(rows.map((row) => [row.word, row.times]))
  const { id: source_id } = await house.read.selectFrom('source').select('id').where('title', '=', 'Söder').executeTakeFirstOrThrow()
  const { id: answer_id } = await house.read.selectFrom('answer').select('id').where('case_id', '=', ids.cases.soder).executeTakeFirstOrThrow()
  const [start_offset, end_offset] = [said.soder.indexOf('Huset'), said.soder.indexOf(' Inga')]
  await perform(house.write, { projectId: ids.projectId, actorId: 1, kind: 'set-answer' }, (ledger) =>
    ledger.insert('answer_span', { answer_id, source_id, part: 1, start_offset, end_offset }),
  )
  expect(times(await ask('words', {}))).toMatchObject({ Platsen: 5 })
  for (const options of [{ question: '1' }, { group: 'Region=south' }, { group: 'region:south' }]) {
    const words = await ask('words', options)
    expect(times(words), JSON.stringify(options)).toEqual(times(await ask('word-cloud', options)))
    expect(words.every(({ base }: any) => base < 4)).toBe(true)
  }
  expect(times(await ask('words', { question: '1' }))).toEqual({ Huset: 1, stort: 1 })
})

test.each([
  ['words', { question: '9' }, 'refusal.filter-no-question'],
  ['words', { of: 'codes' }, 'refusal.words-of'],
  ['words', { group: 'Length=3' }, 'refusal.cloud-group'],
  ['word-cloud', { group: 'Region' }, 'refusal.cloud-group'],
  ['word-cloud', { group: 'Region=west' }, 'refusal.cloud-group-empty'],
  ['word-cloud', { beside: 'Region=north' }, 'refusal.cloud-beside'],
  ['word-cloud', { weigh: 'kilos' }, 'refusal.cloud-weigh'],
  ['word-cloud', { run: '9' }, 'refusal.cloud-run'],
  ['word-cloud', { least: 'many' }, 'refusal.cloud-number'],
  ['matrix', { columns: 'attribute:Region', cuts: '5000; x' }, 'refusal.cuts'],
  ['frequencies', { split: 'Region', cuts: 'x' }, 'refusal.cuts'],
  ['comparison', { by: 'Region', against: '9' }, 'refusal.compare-against-none'],
  ['co-occurrence', { codes: '999' }, 'refusal.no-code'],
  ['co-occurrence', { codes: 'code:Nothing' }, 'refusal.filter-no-code'],
  ['bases', { kind: 'moon' }, 'refusal.no-kind'],
])('%s %j is refused, not passed by', async (what, options, key) => {
  const { ask } = await asking()
  expect(await ask(what, options as Record<string, string>)).toBe(key)
})

test('an attribute goes by its name alone, and a code by the number that people read', async () => {
  const { ids, ask } = await asking()
  expect(await ask('frequencies', { split: 'Region' })).toEqual(await ask('frequencies', { split: 'attribute:Region' }))
  expect(await ask('comparison', { by: 'Region' })).toEqual(await ask('comparison', { by: 'attribute:Region' }))
  const { codes } = await ask('co-occurrence', { codes: 'code:1' })
  expect(codes.map(({ code }: any) => code)).toEqual(['Premises', 'Premises > Rent & lease'])
  expect(await ask('co-occurrence', { codes: 'code:Premises' })).toMatchObject({ codes })
  expect(await ask('co-occurrence', { codes: `${ids.premises}` })).toMatchObject({ codes })
})

test('a grid is of the filter’s cases, and says so where a condition is on codings', async () => {
  const { ask } = await asking()
  const names = async (filter: string) => (await ask('grid', {}, filter)).map(({ asked, cases }: any) => [asked, cases.map((one: any) => one.case)])
  expect(await names('')).toEqual([[2, ['Norrby', 'Söder']]])
  expect(await names('Region:north')).toEqual([[1, ['Norrby']]])
  expect(await ask('grid', {}, 'code:Bus')).toBe('refusal.grid-cases')
})

test('hundreds of a survey beside the interviews are a number in the documents that are read, not a row each', async () => {
  const { house, ids } = await asking()
  const text = async (what: string) => {
    const input = { project: { id: ids.projectId, slug: 'towns', name: 'Towns' }, filter: '', language: 'en' as const, options: {} }
    const { bytes } = await findExporter(what, 'docx')(house.read, input)
    return (await readSourceFile(Buffer.from(bytes as Uint8Array), `${what}.docx`, 'en'))[0]!.text
  }
  const add = (from: number, to: number) =>
    perform(house.write, { projectId: ids.projectId, actorId: 1, kind: 'create-case' }, (ledger) =>
      ledger.insertMany(
        'study_case',
        Array.from({ length: to - from }, (_, at) => ({
          guid: crypto.randomUUID(),
          project_id: ids.projectId,
          name: `Surveyed ${from + at}`,
          kind: 'town',
          position: 9 + from + at,
        })),
      ),
    )
  await add(0, 5)
  expect(await text('framework')).toContain('Surveyed 4')
  await add(5, 30)
  expect(await text('framework')).not.toContain('Surveyed')
  expect(await text('framework')).toContain('30 cases')
  expect(await text('grid')).not.toContain('Surveyed')
})

test('an option that a file reads nothing of is found', () => {
  expect(findUnread('matrix', undefined, ['filter', 'by'])?.option).toBe('by')
  expect(findUnread('chart', 'bars', ['by'])).toEqual({ option: 'by', options: ['filter'] })
  expect(findUnread('chart', 'heat', ['by', 'cuts', 'filter'])).toBeUndefined()
  expect(findUnread('frequencies', undefined, ['split', 'cuts', 'pseudonyms'])).toBeUndefined()
  for (const what of Object.keys(exportable)) expect(findUnread(what, undefined, ['pseudonyms'])).toBeUndefined()
})

test('a column that is called as another keeps its values in JSON', () => {
  expect(recordsOf({ name: '', columns: ['theme', 'theme', 'n'], rows: [['A', 1, 2]] })).toEqual([{ theme: 'A', 'theme (2)': 1, n: 2 }])
})
