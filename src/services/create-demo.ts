import { flatten, treeOf } from '../domain/code.ts'
import { readGuide } from '../domain/read-guide.ts'
import type { ReadSource } from '../domain/read-source.ts'
import { recogniseAnswers } from '../domain/recognise-answers.ts'
import { recogniseTurns } from '../domain/recognise-turns.ts'
import { normaliseText } from '../domain/text.ts'
import { placeOf, readCorpusFile, readCorpusInterviews, readCorpusRows } from '../exchange/corpus.ts'
import { readCodebook } from '../exchange/read-codebook.ts'
import { findCoderByName, findLocalCoder } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { ensureQuotation } from '../storage/codings.ts'
import { findGuide } from '../storage/guides.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { ownBy } from '../storage/memberships.ts'
import type { House } from '../storage/open.ts'
import { findProjectBySlug } from '../storage/projects.ts'
import { codingKey, insertFindings } from './demo-findings.ts'
import { mergeCodes } from './import-codebook.ts'
import { importInto } from './imports/import-sources.ts'
import { keepRecognised } from './keep-recognised.ts'
import { asGuide } from './stored-guide.ts'

export const DEMO = 'demo'
const MADE_AT = '2026-09-01T08:00:00.000Z'
/** Where the coders of the demo have not finished: the answers are what a look for them found, for somebody to go through. */
const STILL_CODING = new Set(['Björkvalde', 'Lövhamn'])
const ATTRIBUTES = [
  { column: 'region', name: 'region', type: 'category' },
  { column: 'population', name: 'population', type: 'number' },
  { column: 'population_change', name: 'population change', type: 'number' },
  { column: 'skr_group', name: 'SKR group', type: 'category' },
] as const

/** The demo study, unless it is there already: thirteen interviews, the five themes, the guide with its answers, two coders' codings, and what they have judged and written of each theme. One act. */
export async function createDemo(house: House): Promise<{ created: boolean }> {
  if (await findProjectBySlug(house.read, DEMO)) return { created: false }
  const actor = await findLocalCoder(house.read)
  await perform(house.write, { projectId: null, actorId: actor.id, kind: 'create-demo', about: { label: DEMO } }, async (ledger) => {
    const projectId = await ledger.insert('project', {
      guid: crypto.randomUUID(),
      slug: DEMO,
      name: 'Coworking i tretton kommuner',
      language: 'sv',
      research_question: 'Hur ser näringslivskontoren på coworking som ett sätt att få folk att flytta in, stanna och arbeta?',
      made_at: MADE_AT,
    })
    await ownBy(ledger, projectId, actor.id)
    const codes = await insertCodebook(ledger, projectId)
    const { cases, attributes } = await insertCases(ledger, projectId)
    const guide = await insertGuide(ledger, projectId, codes)
    const coded = await insertInterviews(ledger, { projectId, codes, cases, ...guide })
    await insertFindings(ledger, { projectId, madeAt: MADE_AT, codes, cases, attributes, ...coded })
  })
  return { created: true }
}

/** @returns the ids of the codes by their paths */
async function insertCodebook(ledger: Ledger, projectId: number): Promise<Map<string, number>> {
  await mergeCodes(ledger, projectId, readCodebook(readCorpusFile('codebook.csv')))
  return new Map(flatten(treeOf(await listCodes(ledger.trx, projectId))).map((code) => [code.path, code.id]))
}

async function insertCases(ledger: Ledger, projectId: number): Promise<{ cases: Map<string, number>; attributes: Map<string, number> }> {
  const attributes = await ledger.insertMany(
    'attribute',
    ATTRIBUTES.map(({ name, type }, index) => ({ guid: crypto.randomUUID(), project_id: projectId, name, type, position: index + 1 })),
  )
  const rows = readCorpusRows('cases.csv')
  const cases = await ledger.insertMany(
    'study_case',
    rows.map((row, index) => ({ guid: crypto.randomUUID(), project_id: projectId, name: row['case']!, kind: row['kind']!, position: index + 1 })),
  )
  const values = rows.flatMap((row, at) =>
    ATTRIBUTES.map(({ column, type }, index) => ({
      case_id: cases[at]!,
      attribute_id: attributes[index]!,
      value: row[column]!,
      number_value: type === 'number' ? Number(row[column]) : null,
    })),
  )
  await ledger.insertMany('attribute_value', values)
  return {
    cases: new Map(rows.map((row, at) => [row['case']!, cases[at]!])),
    attributes: new Map(ATTRIBUTES.map(({ name }, at) => [name, attributes[at]!])),
  }
}

async function insertGuide(ledger: Ledger, projectId: number, codes: Map<string, number>): Promise<{ guideId: number; questions: Map<number, number> }> {
  const guide = readGuide(readCorpusFile('guide.md'))
  const questions = new Map<number, number>()
  const guideId = await ledger.insert('guide', { guid: crypto.randomUUID(), project_id: projectId, name: guide.name })
  for (const [index, section] of guide.sections.entries()) {
    const sectionId = await ledger.insert('guide_section', { guide_id: guideId, title: section.title, position: index + 1 })
    for (const { number, text, themes } of section.questions) {
      const questionId = await ledger.insert('question', { guid: crypto.randomUUID(), section_id: sectionId, number, text })
      questions.set(number, questionId)
      for (const theme of themes) await ledger.insert('question_theme', { question_id: questionId, code_id: codes.get(theme)! })
    }
  }
  return { guideId, questions }
}

type Known = { projectId: number; codes: Map<string, number>; cases: Map<string, number>; questions: Map<number, number>; guideId: number }

type Coded = { coders: Map<string, number>; codings: Map<string, number> }
type CorpusInterview = ReturnType<typeof readCorpusInterviews>[number]

/** @returns the coders by their names, and the codings by case, theme and first words */
async function insertInterviews(ledger: Ledger, known: Known): Promise<Coded> {
  const coded: Coded = { coders: new Map(), codings: new Map() }
  for (const name of ['Anna L', 'Jonas M']) coded.coders.set(name, await insertCoder(ledger, name))
  const inserted: { sourceId: number; source: ReadSource }[] = []
  for (const interview of readCorpusInterviews()) {
    const isDone = !STILL_CODING.has(interview.name)
    const source = sourceOf(interview)
    const [imported] = await importInto(ledger, known.projectId, [source])
    const { sourceId } = imported!
    inserted.push({ sourceId, source })
    await ledger.update('source', sourceId, { status: isDone ? 'done' : 'in work', guide_id: known.guideId })
    await insertCodings(ledger, known, coded, { sourceId, interview })
    if (isDone) await insertAnswers(ledger, known, { sourceId, interview })
  }
  await findQuestions(ledger, known, inserted)
  return coded
}

function sourceOf({ name, bytes, text }: CorpusInterview): ReadSource {
  const { speakers, spans } = recogniseTurns(text)
  return {
    title: name,
    originalName: `${name}.txt`,
    bytes,
    text: normaliseText(text),
    language: 'sv',
    kind: 'interview',
    caseName: name,
    speakers,
    spans,
    repairs: [],
    losses: [],
    warnings: [],
  }
}

type Inserted = { sourceId: number; interview: CorpusInterview }

async function insertCodings(ledger: Ledger, known: Known, { coders, codings }: Coded, { sourceId, interview }: Inserted): Promise<void> {
  for (const coding of interview.codings) {
    const quotationId = await ensureQuotation(ledger, sourceId, placeOf(interview.text, coding)!)
    const values = { guid: crypto.randomUUID(), quotation_id: quotationId, code_id: known.codes.get(coding.code)!, coder_id: coders.get(coding.coder)! }
    const key = codingKey(interview.name, coding.code, coding.begins)
    const codingId = await ledger.insert('coding', { ...values, made_by: 'person', made_at: MADE_AT })
    if (!codings.has(key)) codings.set(key, codingId)
  }
}

async function insertAnswers(ledger: Ledger, known: Known, { sourceId, interview }: Inserted): Promise<void> {
  const caseId = known.cases.get(interview.name)!
  const parts = new Map<number, number>()
  const answers = new Map<number, number>()
  for (const answer of interview.answers) {
    const questionId = known.questions.get(answer.question)!
    if (!answers.has(questionId)) answers.set(questionId, await ledger.insert('answer', { case_id: caseId, question_id: questionId, status: answer.status }))
    const place = placeOf(interview.text, answer)
    if (!place) continue
    const part = (parts.get(questionId) ?? 0) + 1
    parts.set(questionId, part)
    await ledger.insert('answer_span', { answer_id: answers.get(questionId)!, source_id: sourceId, part, start_offset: place.start, end_offset: place.end })
  }
}

/** Where the questions are put in every interview, and in those that nobody has gone through what is answered. */
async function findQuestions(ledger: Ledger, { projectId, guideId }: Known, interviews: readonly { sourceId: number; source: ReadSource }[]): Promise<void> {
  const guide = (await findGuide(ledger.trx, projectId, guideId))!
  for (const { sourceId, source } of interviews) {
    const recognised = recogniseAnswers(source, asGuide(guide))
    await keepRecognised(ledger, { sourceId, text: source.text, guide, recognised })
  }
}

async function insertCoder(ledger: Ledger, name: string): Promise<number> {
  const known = await findCoderByName(ledger.trx, name)
  return known?.id ?? ledger.insert('coder', { guid: crypto.randomUUID(), name, made_at: MADE_AT })
}
