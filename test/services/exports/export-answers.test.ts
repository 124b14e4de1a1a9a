import { expect, test } from 'vitest'
import { readSourceFile } from '../../../src/exchange/read-source-file.ts'
import { createCase } from '../../../src/services/create-case.ts'
import { findExporter } from '../../../src/services/exports/exports.ts'
import { findAnswers } from '../../../src/services/find-answers.ts'
import { importSources } from '../../../src/services/imports/import-sources.ts'
import { openGuideStudy, readSource, wordForWord } from '../../support/guide-study.ts'
import { openSharedPool, openTestHouse } from '../../support/house.ts'

const shared = await openSharedPool()
const KEYS = ['case', 'source', 'guide', 'section', 'question', 'status', 'part', 'start', 'end', 'answer']

async function open() {
  const { house } = await openTestHouse({ pool: shared })
  const { projectId } = await openGuideStudy(house)
  const wish = { projectId, coderId: 1 }
  await importSources(house, { ...wish, sources: [readSource('Granby igen', 'Vad gör du om dagarna? Vilar.', { caseName: 'Granby' })] })
  await createCase(house, { ...wish, name: 'Tomvik', kind: '' })
  await findAnswers(house, wordForWord(), wish)
  const make = async (format: string) =>
    (
      await findExporter('answers', format)(house.read, {
        project: { id: projectId, slug: 'night-shift', name: 'Byar & vikar' },
        filter: '',
        language: 'sv',
        options: {},
      })
    ).bytes
  return { house, make }
}

test('a row a part, as a naive recount of the tables has them; without words a row without offsets', async () => {
  const { house, make } = await open()
  const rows = JSON.parse(String(await make('json'))) as Record<string, string | number | null>[]
  const all = <T extends 'answer' | 'answer_span' | 'study_case' | 'source' | 'question' | 'guide_section' | 'source_version'>(table: T) =>
    house.read.selectFrom(table).selectAll().execute() as Promise<any[]>
  const [answers, spans, cases, sources, questions, sections, versions] = await Promise.all([
    all('answer'),
    all('answer_span'),
    all('study_case'),
    all('source'),
    all('question'),
    all('guide_section'),
    all('source_version'),
  ])
  const by = (list: any[], id: number) => list.find((one) => one.id === id)
  const naive = answers.flatMap((answer) => {
    const own = spans.filter((span) => span.answer_id === answer.id)
    const question = by(questions, answer.question_id)
    const head = {
      case: by(cases, answer.case_id).name,
      guide: 'Byar',
      section: by(sections, question.section_id).title,
      question: question.text,
      status: answer.status,
    }
    const said = own.map((span) => {
      const source = by(sources, span.source_id)
      const { start_offset: start, end_offset: end } = span
      return { ...head, source: source.title, part: span.part, start, end, answer: by(versions, source.version_id).text.slice(start, end) }
    })
    const title = answer.case_id === cases.find((one) => one.name === 'Granby').id ? 'Granby; Granby igen' : head.case
    return said.length > 0 ? said : [{ ...head, source: title, part: null, start: null, end: null, answer: '' }]
  })
  const none = questions.map((question) => ({
    case: 'Tomvik',
    source: '',
    guide: 'Byar',
    section: by(sections, question.section_id).title,
    question: question.text,
    status: 'no_source',
    part: null,
    start: null,
    end: null,
    answer: '',
  }))
  const sorted = (list: object[]) => list.map((row) => JSON.stringify(KEYS.map((key) => (row as Record<string, unknown>)[key]))).sort()
  expect(sorted(rows)).toEqual(sorted([...naive, ...none]))
  expect(rows.every((row) => JSON.stringify(Object.keys(row)) === JSON.stringify(KEYS))).toBe(true)
  expect(rows.filter((row) => row['case'] === 'Granby' && row['part'] === 2)).toEqual([
    expect.objectContaining({ source: 'Granby igen', answer: 'Vilar.', start: 23, end: 29 }),
  ])
})

test('csv and docx hold the same words, the document the same bytes every time, and reads back as it says', async () => {
  const { make } = await open()
  const csv = String(await make('csv'))
  expect(csv.startsWith(`\uFEFF${KEYS.join(',')}\r\nGranby,Granby,`)).toBe(true)
  const [once, again] = [await make('docx'), await make('docx')]
  expect(Buffer.from(once as Uint8Array).equals(Buffer.from(again as Uint8Array))).toBe(true)
  const [read] = await readSourceFile(Buffer.from(once as Uint8Array), 'svar.docx', 'sv')
  for (const words of [
    'Svar: Byar & vikar',
    '2. Vad gör du om dagarna?',
    '2 av 2 tillfrågade',
    'Snickrar 🪚 mest.',
    'Furuvik (ej tillfrågad)',
    'Tomvik (ingen källa)',
  ])
    expect(read!.text).toContain(words)
})
