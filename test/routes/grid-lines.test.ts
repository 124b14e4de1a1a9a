import { expect, test } from 'vitest'
import { createCase } from '../../src/services/create-case.ts'
import { findExporter } from '../../src/services/exports/exports.ts'
import { findAnswers } from '../../src/services/find-answers.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { readMatrix } from '../../src/services/matrix.ts'
import { readAnswerGrids } from '../../src/services/read-answers.ts'
import { matrixOfFramework, readFramework } from '../../src/services/read-framework.ts'
import { writeFinding } from '../../src/services/write-finding.ts'
import { openGuideStudy, wordForWord } from '../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../support/house.ts'

const shared = await openSharedPool()

async function open() {
  const test = await openTestHouse({ pool: shared })
  const { projectId, teamId: codeId } = await openGuideStudy(test.house)
  const project = await test.house.read.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirstOrThrow()
  await createCase(test.house, { projectId, coderId: 1, name: 'Tomvik', kind: '' })
  await findAnswers(test.house, wordForWord(), { projectId, coderId: 1 })
  const base = `/projects/${project.slug}`
  const page = async (path: string) => (await test.get(`${base}${path}`)).text()
  const exported = async (format: string, options = {}) =>
    (await findExporter('grid', format)(test.house.read, { project, filter: '', language: 'en', options })).bytes
  const answers = await test.house.read.selectFrom('answer').selectAll().orderBy('id').execute()
  const spans = await test.house.read.selectFrom('answer_span').selectAll().orderBy('id').execute()
  return { ...test, projectId, codeId, base, page, exported, answers, spans }
}

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const wordsIn = (html: string) => [...html.matchAll(/<blockquote class="said"[^>]*>([\s\S]*?)<\/blockquote>/g)].map((match) => unescaped(match[1]!))

test('down a question stand all cases with their status, and the exact words of those who answered', async () => {
  const { page, answers, spans, house } = await open()
  const question = answers.find((one) => one.status === 'answered')!.question_id
  const html = await page(`/answers/questions/${question}`)
  expect(html, 'who has no source is not one who was not asked').toMatch(/1 has no source\./)
  const texts = new Map(
    (await house.read.selectFrom('source').innerJoin('source_version', 'source_version.id', 'version_id').select(['source.id', 'text']).execute()).map(
      ({ id, text }) => [id, text],
    ),
  )
  const said = answers
    .filter((one) => one.question_id === question)
    .flatMap((one) => spans.filter((span) => span.answer_id === one.id))
    .map((span) => texts.get(span.source_id)!.slice(span.start_offset, span.end_offset))
  expect(wordsIn(html).sort()).toEqual(said.sort())
  expect(html).toMatch(/Tomvik[\s\S]*no source/)
  const asked = answers.filter((one) => one.question_id === question && one.status !== 'not_asked')
  expect(html).toContain(`${asked.filter((one) => one.status === 'answered').length} of ${asked.length} asked have answered.`)
})

test('along a case stand all questions of its guide; each leads down, and back', async () => {
  const { page, answers, base, house } = await open()
  const { case_id: caseId, question_id: questionId } = answers[0]!
  const html = await page(`/answers/cases/${caseId}`)
  for (const { text } of await house.read.selectFrom('question').select('text').execute()) expect(unescaped(html)).toContain(text)
  expect(html).toContain(`${base}/answers/questions/${questionId}#answer-${caseId}-${questionId}`)
  expect(await page(`/answers/questions/${questionId}`)).toContain(`${base}/answers/cases/${caseId}#answer-${caseId}-${questionId}`)
  expect(await page('/answers')).toContain(`href="${base}/answers/cases/${caseId}"`)
})

test('an answer is coded where it is read, all of it or some of its words; without a script the page comes again', async () => {
  const { post, base, spans, answers, house, page, codeId } = await open()
  const span = spans[0]!
  const { case_id: caseId, question_id: questionId } = answers.find((one) => one.id === span.answer_id)!
  const { version_id: version } = await house.read.selectFrom('source').select('version_id').where('id', '=', span.source_id).executeTakeFirstOrThrow()
  const fields = { way: 'down', caseId, questionId, sourceId: span.source_id, version, start: span.start_offset, end: span.end_offset, codeId }
  const answer = await (await post(`${base}/answers/codings`, fields)).text()
  expect(answer).toContain(`hx-target="#answer-${caseId}-${questionId}"`)
  expect(answer).toContain('Team')
  const [quotation] = await house.read.selectFrom('quotation').selectAll().execute()
  expect([quotation!.start_offset, quotation!.end_offset]).toEqual([span.start_offset, span.end_offset])
  const plain = await post(`${base}/answers/codings`, { ...fields, end: span.start_offset + 4 }, {})
  expect([plain.status, plain.headers.get('Location')]).toEqual([303, `${base}/answers/questions/${questionId}#answer-${caseId}-${questionId}`])
  expect(await page(`/answers/questions/${questionId}`)).toContain('<select')
})

test('the grid taken home: a row a question, a column a case, the words or why there are none', async () => {
  const { exported, house, answers } = await open()
  const csv = String(await exported('csv'))
  expect(csv.split('\n')[0]).toContain('Tomvik')
  expect(csv).toContain('(no source)')
  const json = JSON.parse(String(await exported('json'))) as {
    question: string
    asked: number
    cases: { case: string; status: string; words: string | null }[]
  }[]
  expect(json.length).toBe((await house.read.selectFrom('question').select('id').execute()).length)
  const answered = json.flatMap(({ cases }) => cases).filter(({ status }) => status === 'answered')
  expect(answered.length).toBe(answers.filter(({ status }) => status === 'answered').length)
  expect(answered.every(({ words }) => csv.replaceAll('""', '"').includes(words!))).toBe(true)
  expect(((await exported('docx')) as Uint8Array).length).toBeGreaterThan(1000)
  await expect(exported('csv', { guide: 'No such' })).rejects.toThrow('refusal.no-guide')
})

test('the framework by a guide has the cases of its grid, and no stranger to it is said not to have been asked', async () => {
  const { house, answers, projectId } = await open()
  const stranger = { title: 'Street', caseName: 'Street', originalName: null, bytes: null, text: 'Noise.', language: 'en', kind: 'interview' } as const
  await importSources(house, { projectId, coderId: 1, sources: [{ ...stranger, speakers: [], spans: [], repairs: [], losses: [], warnings: [] }] })
  const [grid] = await readAnswerGrids(house.read, projectId)
  const wish = { projectId, filter: '', topics: `guide:${grid!.guide.id}` }
  const cases = async () => (await readFramework(house.read, wish, await readMatrix(house.read, matrixOfFramework(wish)))).cases.map(({ name }) => name)
  expect(await cases()).toEqual(grid!.cases.map(({ name }) => name))
  expect(await cases()).not.toContain('Street')
  // What is written of one is shown wherever it stands.
  const { id: caseId } = await house.read.selectFrom('study_case').select('id').where('name', '=', 'Street').executeTakeFirstOrThrow()
  await writeFinding(house, { projectId, coderId: 1, cell: { caseId, codeId: null, questionId: answers[0]!.question_id }, state: null, text: 'Heard' })
  expect(await cases()).toContain('Street')
})
