import { expect, test } from 'vitest'
import type { FrameworkTopic } from '../../src/domain/framework.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { createDemo } from '../../src/services/create-demo.ts'
import { findExporter } from '../../src/services/exports.ts'
import { readFrequencies } from '../../src/services/frequencies.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { type FrameworkWish, matrixOfFramework, readFramework } from '../../src/services/read-framework.ts'
import { readQuotations } from '../../src/services/read-quotations.ts'
import { pickEvidence, writeFinding, writeSynthesis } from '../../src/services/write-finding.ts'
import type { House } from '../../src/storage/open.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const pool = await openSharedPool()
const who = { projectId: 1, coderId: 1 }
const wish: FrameworkWish = { projectId: 1, filter: '', topics: 'themes' }
const THEMES = ['Inflyttning och tillväxt', 'Rekrytering av arbetskraft', 'Kommunens engagemang', 'Efterfrågan på coworkingplatser', 'Samverkan mellan aktörer']

const frameworkOf = async (house: House) => readFramework(house.read, wish, await readMatrix(house.read, matrixOfFramework(wish)))
const exported = async (house: House, format: string, options: Record<string, string> = {}) =>
  (await findExporter('framework', format)(house.read, { project: { id: 1, slug: 'demo', name: 'Demo' }, filter: '', language: 'sv', options })).bytes

/** Write of the first cases with quotations under a theme, each with a quotation as evidence. */
async function writeUp(house: House, topic: FrameworkTopic, cases: readonly { id: number; name: string }[], most: number): Promise<string[]> {
  const written: string[] = []
  for (const [at, { quotations }] of topic.cells.entries()) {
    if (quotations === 0 || written.length === most) continue
    const one = cases[at]!
    const list = await readQuotations(house.read, { projectId: 1, filter: `code:#${topic.codeId} case:#${one.id}`, size: 1 })
    const cell = { caseId: one.id, codeId: topic.codeId, questionId: null }
    await writeFinding(house, { ...who, cell, state: at % 3 === 0 ? 'partly' : 'yes', text: `${one.name} ser det så här.` })
    await pickEvidence(house, { ...who, cell, codingId: list.quotations[0]!.codings[0]!.ids[0]!, picked: true })
    written.push(one.name)
  }
  await writeSynthesis(house, {
    ...who,
    place: { codeId: topic.codeId, questionId: null, attributeId: null, group: '' },
    text: `Om ${topic.label}: de liknar varandra.`,
  })
  return written
}

test('the demo study written up as the report is: each theme with its questions, who says what with quotations from three cases, and what they say together', async () => {
  const { house } = await openTestHouse({ pool })
  await createDemo(house)
  const before = await frameworkOf(house)
  expect(before.topics.map((topic) => topic.label)).toEqual(THEMES)
  expect(before.topics.every((topic) => topic.cells.filter((cell) => cell.quotations > 0).length >= 3)).toBe(true)
  const names = new Map<string, string[]>()
  for (const topic of before.topics) names.set(topic.label, await writeUp(house, topic, before.cases, 4))
  const framework = await frameworkOf(house)
  for (const topic of framework.topics) expect(topic.states).toEqual({ yes: expect.any(Number), no: 0, partly: expect.any(Number) })

  const [{ text }] = (await readSourceFile(Buffer.from((await exported(house, 'docx')) as Uint8Array), 'framework.docx', 'sv')) as unknown as [{ text: string }]
  let from = 0
  for (const topic of framework.topics) {
    const at = text.indexOf(topic.label, from)
    expect(at, topic.label).toBeGreaterThan(-1)
    from = text.indexOf(`Om ${topic.label}: de liknar varandra.`, at)
    const end = text.indexOf('Syntes', from)
    const part = text.slice(at, end < 0 ? undefined : end)
    for (const { text: question } of topic.questions) expect(part).toContain(question)
    expect(part).toMatch(/\d+ av \d+ tillfrågade säger ja/)
    // In the order of a table made by hand: the category, its questions and the finding, then each informant, then the synthesis.
    const places = [part.indexOf('Kategori'), ...names.get(topic.label)!.map((name) => part.indexOf(`${name} ser det så här.`))]
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(part.match(/”[^”]+” \([^)]+, stycke \d+\)/g)!.length).toBeGreaterThanOrEqual(3)
    for (const one of framework.cases) expect(part, one.name).toContain(one.name)
  }
  const json = JSON.parse(String(await exported(house, 'json'))) as { topic: string; cases: { evidence: { words: string; start: number; end: number }[] }[] }[]
  const texts = (await house.read.selectFrom('source_version').select('text').execute()).map((one) => one.text)
  for (const { cases } of json)
    for (const { evidence } of cases) for (const { words, start, end } of evidence) expect(texts.some((one) => one.slice(start, end) === words)).toBe(true)
  expect(String(await exported(house, 'csv', { by: 'attribute:region' })).split('\n')[0]).toContain('topic')
}, 60_000)

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
  const asked = await house.read.selectFrom('question_theme').select('question_id').where('code_id', '=', first!.codeId!).executeTakeFirstOrThrow()
  for (const [caseId, state] of [
    [1, 'yes'],
    [2, 'no'],
    [3, 'partly'],
  ] as const)
    await writeFinding(house, { ...who, cell: { caseId, codeId: null, questionId: asked.question_id }, state, text: '' })
  await writeFinding(house, { ...who, cell: { caseId: 2, codeId: first!.codeId, questionId: null }, state: 'partly', text: '' })
  const { topics } = await frameworkOf(house)
  expect(topics[0]!.states).toEqual({ yes: 1, no: 0, partly: 2 })
  const { themes } = await readFrequencies(house.read, { projectId: 1, filter: '', split: '' })
  for (const [at, { whole, basis }] of themes.entries())
    expect(topics[at]).toMatchObject({ basis, base: whole.base, quoted: whole.casesInBase, standings: whole.standings, states: whole.statesInBase })
}, 60_000)
