import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { type FrameworkWish, matrixOfFramework, readFramework } from '../../src/services/read-framework.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { takeFramework } from '../../src/services/take-framework.ts'
import { writeFinding } from '../../src/services/write-finding.ts'
import { listFindings } from '../../src/storage/findings.ts'
import type { House } from '../../src/storage/open.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const pool = await openSharedPool()
const who = { projectId: 1, coderId: 1 }
const wish: FrameworkWish = { projectId: 1, filter: '', topics: 'themes' }
const THEMES = ['Inflyttning och tillväxt', 'Rekrytering av arbetskraft', 'Kommunens engagemang', 'Efterfrågan på coworkingplatser', 'Samverkan mellan aktörer']

const frameworkOf = async (house: House) => readFramework(house.read, wish, await readMatrix(house.read, matrixOfFramework(wish)))
const inputOf = (options: Record<string, string>) => ({ project: { id: 1, slug: 'demo', name: 'Demo' }, filter: '', language: 'sv' as const, options })
const exported = async (house: House, format: string, options: Record<string, string> = {}) =>
  (await findExporter('framework', format)(house.read, inputOf(options))).bytes

test('the demo study written up as the report is: each theme with its questions, who says what with quotations from three cases, and what they say together', async () => {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const framework = await frameworkOf(house)
  expect(framework.topics.map((topic) => topic.label)).toEqual(THEMES)
  for (const topic of framework.topics) {
    for (const state of ['yes', 'no', 'partly'] as const) expect(topic.parts[state], `${topic.label}: ${state}`).toBeGreaterThan(0)
    expect(topic.cells.filter(({ evidence }) => evidence > 0).length).toBeGreaterThanOrEqual(3)
    // What is said against it rests on words of its own.
    expect(topic.cells.some(({ state, evidence }) => state === 'no' && evidence > 0)).toBe(true)
  }
  for (const standing of ['not_asked', 'dont_know'] as const)
    expect(
      framework.topics.some(({ standings }) => standings[standing] > 0),
      standing,
    ).toBe(true)
  const unsummed = framework.topics.flatMap(({ label, cells }) =>
    cells.flatMap(({ summary, evidence }, at) => (summary === '' && evidence > 0 ? [`${label}: ${framework.cases[at]!.name}`] : [])),
  )
  expect(unsummed, 'one is left to write').toEqual(['Samverkan mellan aktörer: Björkvalde'])

  const [{ text }] = (await readSourceFile(Buffer.from((await exported(house, 'docx')) as Uint8Array), 'framework.docx', 'sv')) as unknown as [{ text: string }]
  const taken = await takeFramework(house.read, inputOf({}))
  const begins = taken.map(({ topic }) => text.indexOf(`${topic.label}\nKategori`))
  expect(begins).toEqual([...begins].sort((a, b) => a - b))
  for (const [at, { topic, findings, syntheses }] of taken.entries()) {
    expect(begins[at], topic.label).toBeGreaterThan(-1)
    const part = text.slice(begins[at], begins[at + 1])
    const synthesis = syntheses.at(-1)!.synthesis!.text
    for (const { text: question } of topic.questions) expect(part).toContain(question)
    expect(part).toMatch(/\d+ av \d+ tillfrågade säger ja/)
    // In the order of a table made by hand: the category, its questions and the finding drawn together, then each informant.
    const written = findings.filter(({ cell }) => cell.summary !== '')
    const places = [part.indexOf('Kategori'), part.indexOf(synthesis), ...written.map(({ cell }) => part.indexOf(cell.summary))]
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(part.match(/”[^”]+” \([^)]+, stycke \d+\)/g)!.length).toBeGreaterThanOrEqual(3)
    for (const one of framework.cases) expect(part, one.name).toContain(one.name)
    // What stands above a column is what stands in it: the questions over questions, the judgements over judgements.
    expect(part).toContain('Kategori\tFrågor i guiden\tFynd')
    expect(part).toContain('Informant\tSäger det\tFynd')
    for (const { name, cell } of findings.filter((one) => one.cell.state === 'yes')) expect(part).toContain(`${name}\tja\t${cell.summary.split('\n')[0]}`)
  }
  // The marks are those of the project's language, whatever that of the interface is.
  const norwegian = { ...inputOf({}), project: { ...inputOf({}).project, language: 'nb' as const } }
  const quoted = (await findExporter('framework', 'docx')(house.read, norwegian)).bytes as Uint8Array
  expect((await readSourceFile(Buffer.from(quoted), 'framework.docx', 'sv'))[0]!.text).toMatch(/«[^»]+» \([^)]+, stycke \d+\)/)
  const json = JSON.parse(String(await exported(house, 'json'))) as { topic: string; cases: { evidence: { words: string; start: number; end: number }[] }[] }[]
  const texts = (await house.read.selectFrom('source_version').select('text').execute()).map((one) => one.text)
  for (const { cases } of json)
    for (const { evidence } of cases) for (const { words, start, end } of evidence) expect(texts.some((one) => one.slice(start, end) === words)).toBe(true)
  // By region: each informant with its group, and what the group says together.
  const [{ text: grouped }] = (await readSourceFile(
    Buffer.from((await exported(house, 'docx', { by: 'attribute:region' })) as Uint8Array),
    'framework.docx',
    'sv',
  )) as unknown as [{ text: string }]
  expect(grouped).toMatch(/Hedåsa\s+Mellersta/)
  expect(grouped).toContain('Myrvalla ja, Stenlida nej med siffror, Lövhamn både nej och kö.')
  expect(String(await exported(house, 'csv', { by: 'attribute:region' })).split('\n')[0]).toContain('topic')
}, 60_000)

test('two clouds of theme labels for one question, by group and beside each other on one scale: the same picture each time', async () => {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const options = { of: 'codes', question: '10', group: 'population<10000', beside: 'population>10000' }
  const draw = async () => String((await findExporter('word-cloud', 'svg')(house.read, inputOf(options))).bytes)
  const svg = await draw()
  expect(await draw()).toBe(svg)
  const json = JSON.parse(String((await findExporter('word-cloud', 'json')(house.read, inputOf(options))).bytes)) as Record<string, unknown>[]
  expect(new Set(json.map((one) => one['of'])).size).toBe(2)
}, 60_000)

// LibreOffice takes ten seconds to begin: where somebody asks for it.
test.runIf(process.env['UTSAGA_LIBREOFFICE'])(
  'the column table opens in LibreOffice with every word',
  async () => {
    const { house } = await openTestHouse({ pool })
    await createDemo(house)
    const folder = mkdtempSync(join(tmpdir(), 'utsaga-office-'))
    writeFileSync(join(folder, 'framework.docx'), (await exported(house, 'docx')) as Uint8Array)
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      folder,
      join(folder, 'framework.docx'),
    ])
    const text = readFileSync(join(folder, 'framework.txt'), 'utf8')
    for (const { findings, syntheses } of await takeFramework(house.read, inputOf({})))
      for (const words of [...findings.map(({ cell }) => cell.summary), syntheses.at(-1)!.synthesis!.text]) expect(text).toContain(words)
    rmSync(folder, { recursive: true })
  },
  120_000,
)

test('by the guide’s questions: each stands with who answered, and every number of a cell is the length of its list', async () => {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const guide = { ...wish, topics: 'guide:1' }
  const framework = await readFramework(house.read, guide, await readMatrix(house.read, matrixOfFramework(guide)))
  expect(framework.topics.length).toBeGreaterThan(10)
  for (const topic of framework.topics.slice(0, 6)) {
    const answers = await house.read.selectFrom('answer').select(['case_id', 'status']).where('question_id', '=', topic.questionId!).execute()
    expect(topic.base).toBe(answers.filter(({ status }) => status !== 'not_asked').length)
    for (const [at, cell] of topic.cells.entries()) {
      const list = await readQuotations(house.read, { projectId: 1, filter: `${topic.filter} ${framework.cases[at]!.filter}`, size: 1 })
      expect(cell.quotations).toBe(list.total.quotations)
    }
  }
}, 60_000)

test('the framework and the frequencies count the same: quotations, bases and judgements, those of questions too', async () => {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const [first] = (await frameworkOf(house)).topics
  for (const { caseId, codeId, questionId } of await listFindings(house.read, 1))
    await writeFinding(house, { ...who, cell: { caseId, codeId, questionId }, state: null, text: '' })
  const asked = await house.read.selectFrom('question_theme').select('question_id').where('code_id', '=', first!.codeId!).executeTakeFirstOrThrow()
  for (const [caseId, state] of [
    [1, 'yes'],
    [2, 'no'],
    [3, 'partly'],
  ] as const)
    await writeFinding(house, { ...who, cell: { caseId, codeId: null, questionId: asked.question_id }, state, text: '' })
  await writeFinding(house, { ...who, cell: { caseId: 2, codeId: first!.codeId, questionId: null }, state: 'partly', text: '' })
  const { topics } = await frameworkOf(house)
  expect(topics[0]!.parts).toMatchObject({ yes: 1, no: 0, partly: 2 })
  const { themes } = await readFrequencies(house.read, { projectId: 1, filter: '', split: '' })
  for (const [at, { whole, basis }] of themes.entries())
    expect(topics[at]).toMatchObject({
      basis,
      base: whole.base,
      quoted: whole.casesInBase,
      standings: whole.standings,
      judged: whole.judged,
      parts: whole.parts,
    })
}, 60_000)
