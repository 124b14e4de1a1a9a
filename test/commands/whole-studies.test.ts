import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Context } from '../../src/commands/command.ts'
import { exportCommand } from '../../src/commands/export.ts'
import { importFiles } from '../../src/commands/import.ts'
import { readCsv } from '../../src/exchange/read-csv.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { importGuide, readGuideFile } from '../../src/services/import-guide.ts'
import { undo } from '../../src/services/undo.ts'
import { listStudyCases } from '../../src/storage/study-cases.ts'
import { sayIn } from '../../src/texts/catalogue.ts'
import { openTestHouse, seedSmallStudy } from '../support/house.ts'

const FIXTURES = 'test/fixtures'
const letters: Record<string, string> = { answered: 'A', unanswered: 'U', dont_know: 'D', not_asked: '-', no_source: '?' }

/** A project, and the commands as a person runs them in it. */
async function openStudy() {
  const { house, pool, searcher, folder } = await openTestHouse()
  const { elsewhereId: projectId } = await seedSmallStudy(house)
  const run = async (command: typeof importFiles, words: string[], options: Context['options'] = {}, json = true) => {
    let printed = ''
    const print = (more: string) => {
      printed += more
    }
    await command.run({ house, pool, searcher, folder, language: 'sv', say: sayIn('sv'), options, words: ['elsewhere', ...words], json, print })
    return printed
  }
  return { house, pool, projectId, folder, run, answers: async () => JSON.parse(await run(exportCommand, ['answers'])) as Answer[] }
}
type Answer = { case: string; source: string; guide: string; question: string; status: string; part: number | null; start: number; end: number; answer: string }

const filesOf = (study: string) => {
  const folder = join(FIXTURES, 'studies', study)
  const names = readdirSync(folder).map((name) => join(folder, name))
  return {
    guides: names.filter((name) => /[/]guide/.test(name)),
    cases: names.find((name) => name.endsWith('.csv'))!,
    texts: names.filter((name) => /[.]txt$/.test(name) && !/[/]guide/.test(name)),
  }
}

/** What the fixture says, and what was found: `case | guide | a letter a question`. */
const truthOf = (study: string) =>
  readCsv(readFileSync(join(FIXTURES, 'studies/statuses.csv'), 'utf8'))
    .slice(1)
    .filter((row) => row[0] === study)
    .map(([, name, guide, statuses]) => `${name} | ${guide} | ${statuses}`)
const foundIn = (answers: readonly Answer[]) => {
  const found = new Map<string, Map<string, string>>()
  for (const { case: name, guide, question, status } of answers) {
    const key = `${name} | ${guide}`
    found.set(key, (found.get(key) ?? new Map()).set(question, letters[status]!))
  }
  return [...found].map(([key, statuses]) => `${key} | ${[...statuses.values()].join('')}`).sort()
}

test('five themes: the guide, the interviews and the sheet of cases in one command; what is tried first keeps nothing and says the same', async () => {
  const { house, projectId, run, answers } = await openStudy()
  const { guides, cases, texts } = filesOf('five-themes')
  const options = { guide: guides[0]!, cases, split: 'auto' }
  const tried = JSON.parse(await run(importFiles, texts, { ...options, 'dry-run': true }))
  expect([await answers(), (await listStudyCases(house.read, projectId)).length]).toEqual([[], 0])
  const done = JSON.parse(await run(importFiles, texts, options))
  expect(done).toEqual(tried)
  expect(Object.keys(done)).toEqual(['sources', 'skipped'])
  for (const source of done.sources) expect(Object.keys(source)).toEqual(REPORTED)
  expect(foundIn(await answers())).toEqual(truthOf('five-themes'))
  expect((await listStudyCases(house.read, projectId)).map((one) => one.values.size)).toEqual([4, 4, 4])
  for (const _ of ['sources', 'cases', 'guide']) await undo(house, { projectId, actorId: 1 })
  expect([await answers(), await listStudyCases(house.read, projectId)]).toEqual([[], []])
})
const REPORTED = ['name', 'case', 'language', 'characters', 'words', 'paragraphs', 'speakers', 'repairs', 'losses', 'warnings']

test('three groups with a guide each: every interview follows its own', async () => {
  const { house, pool, projectId, run, answers } = await openStudy()
  const { guides, cases, texts } = filesOf('three-guides')
  for (const path of guides) {
    const name = path.replace(/.*[/]guide-|[.]\w+$/g, '').replaceAll('-', ' ')
    const text = await readGuideFile(pool, { name: path, bytes: readFileSync(path) })
    await importGuide(house, { projectId, coderId: 1, name: name[0]!.toUpperCase() + name.slice(1), text })
  }
  await run(importFiles, texts, { cases })
  expect(foundIn(await answers())).toEqual(truthOf('three-guides'))
})

test('four towns under the same headings: an interview and a workshop make one answer in two parts', async () => {
  const { run, answers } = await openStudy()
  const { guides, cases, texts } = filesOf('four-towns')
  await run(importFiles, texts, { guide: guides[0]!, cases })
  const found = await answers()
  expect(foundIn(found)).toEqual(truthOf('four-towns'))
  for (const [at, part] of found.entries()) expect([part.part, part.source]).toEqual([(at % 2) + 1, `${at % 2 ? 'Workshop' : 'Intervju'} ${part.case}`])
  expect(found.filter((one) => one.case === 'Tallmo' && one.question === 'Tidplan').map((one) => one.answer)).toEqual([
    'Det skulle kunna öppna när bron är klar, om beslutet kommer i tid.',
    'De flesta trodde på när bron är klar.',
  ])
})

test('two groups in one damaged file: six sources, six cases, their roles and places, and what each was asked', async () => {
  const { house, projectId, folder, run, answers } = await openStudy()
  const options = { guide: join(FIXTURES, 'two-groups-guide.md'), split: 'auto' }
  const { sources } = JSON.parse(await run(importFiles, [join(FIXTURES, 'two-groups-damaged.txt')], options))
  expect(sources.map((one: { case: string }) => one.case)).toEqual(['V1', 'V2', 'V3', 'V4', 'V5', 'V6'])
  const cases = await listStudyCases(house.read, projectId)
  expect(cases.map((one) => [one.name, ...one.values.values()].join(', '))).toEqual([
    'V1, Rådgiver, Lauvnes kommune',
    'V2, Kultursjef, Granmo kommune',
    'V3, Driver av verkstedet, Tverrelv',
    'V4, Næringsrådgiver, Sørholm kommune',
    'V5, Gårdeier, Birkeid',
    'V6, Styreleder for det nye fellesverkstedet og lageret ved kaia, Ulvestad',
  ])
  const found = await answers()
  expect(foundIn(found)).toEqual(truthOf('two-groups'))
  await theSameInEveryFormat(found, run, folder)
})

/** The answers as CSV, as a workbook and to read hold what they hold as JSON. */
async function theSameInEveryFormat(found: readonly Answer[], run: Awaited<ReturnType<typeof openStudy>>['run'], folder: string) {
  expect(Object.keys(found[0]!)).toEqual(['case', 'source', 'guide', 'section', 'question', 'status', 'part', 'start', 'end', 'answer'])
  const rows = found.map((one) => Object.values(one).map((value) => (value === null ? '' : `${value}`)))
  expect(readCsv(await run(exportCommand, ['answers'], { format: 'csv' }, false)).slice(1)).toEqual(rows)
  await run(exportCommand, ['answers'], { format: 'xlsx', out: join(folder, 'answers.xlsx') })
  const [sheet] = (await readXlsx(readFileSync(join(folder, 'answers.xlsx')))).sheets
  expect(sheet!.rows.slice(1).map((row) => row.map((value) => (value === null ? '' : `${value}`)))).toEqual(rows)
  await run(exportCommand, ['answers'], { format: 'docx', out: join(folder, 'answers.docx') })
  const [read] = await readSourceFile(readFileSync(join(folder, 'answers.docx')), 'answers.docx', 'nb')
  for (const { case: name, question, answer } of found) for (const words of [name, question, ...answer.split('\n')]) expect(read!.text).toContain(words)
}
