import type { ReadSource } from '../../src/domain/read-source.ts'
import type { Recognised, RecognisedAnswer } from '../../src/domain/recognised.ts'
import type { Span } from '../../src/domain/span.ts'
import { importGuide } from '../../src/services/import-guide.ts'
import { importSources } from '../../src/services/imports/import-sources.ts'
import { listGuides } from '../../src/storage/guides.ts'
import type { House } from '../../src/storage/open.ts'
import type { RecogniseInput, RecogniseOutput } from '../../src/workers/recognise-job.ts'
import { seedSmallStudy } from './house.ts'

export const GUIDE = `# Byar

## Bakgrund

1. Hur länge har du bott här?
2. Vad gör du om dagarna?

## Lokaler

3. Finns det lokaler? {Team}
4. Vem betalar hyran?`

/** Invented interviews without speaker marks: a question and its answer on a line. "Vet inte." is no answer, ~ before a question makes it unsure. */
export const INTERVIEWS: Record<string, string> = {
  Granby:
    'Vi spelar in nu.\nHur länge har du bott här? I tolv år, och jag trivs.\nVad gör du om dagarna? Snickrar 🪚 mest.\nFinns det lokaler? Ja, den gamla mejeriet.\nVem betalar hyran? Vet inte.',
  Furuvik: 'Hur länge har du bott här? Sen i våras.\nFinns det lokaler?\nVem betalar hyran? Föreningen, än så länge.',
  Sjöändan: 'Vad gör du om dagarna? ~Sköter hamnen.\nFinns det lokaler? Nej.',
}

export function readSource(title: string, text: string, more: Partial<ReadSource> = {}): ReadSource {
  const base = { title, text, caseName: title, originalName: null, bytes: null, language: 'sv', kind: 'interview' } as const
  return { ...base, speakers: [], spans: [], repairs: [], losses: [], warnings: [], ...more }
}

/** A study with three interviews, a case without any source, and a guide. */
export async function openGuideStudy(house: House) {
  const seeded = await seedSmallStudy(house)
  const wish = { projectId: seeded.projectId, coderId: 1 }
  await importSources(house, { ...wish, sources: Object.entries(INTERVIEWS).map(([title, text]) => readSource(title, text)) })
  const { guideId } = await importGuide(house, { ...wish, name: 'Guide', text: GUIDE })
  return { ...seeded, ...wish, guideId, ...(await namesOf(house, seeded.projectId)) }
}

/** Ids by name: of cases and sources, and of questions by number. */
export async function namesOf(house: House, projectId: number) {
  const cases = await house.read.selectFrom('study_case').select(['id', 'name']).where('project_id', '=', projectId).execute()
  const sources = await house.read.selectFrom('source').select(['id', 'title']).where('project_id', '=', projectId).execute()
  const [guide] = await listGuides(house.read, projectId)
  const questions = guide!.sections.flatMap((section) => section.questions)
  return {
    caseOf: (name: string) => cases.find((one) => one.name === name)!.id,
    sourceOf: (title: string) => sources.find((one) => one.title === title)!.id,
    questionOf: (number: number) => questions.find((one) => one.number === number)!.id,
  }
}

/** A pool that looks for questions word for word, in this thread. */
export function wordForWord(): { run(name: string, input: unknown): Promise<never> } {
  return { run: async (_name, input) => bestOf(input as RecogniseInput) as never }
}

function bestOf({ interview, guides }: RecogniseInput): RecogniseOutput {
  const tried = guides.map(({ id, guide }) => ({
    guideId: id,
    recognised: lookFor(
      interview.text,
      guide.sections.flatMap((section) => section.questions),
    ),
  }))
  return tried.sort((a, b) => b.recognised.fit - a.recognised.fit)[0] ?? null
}

function lookFor(text: string, questions: readonly { number: number; text: string }[]): Recognised {
  const starts = questions.map((question) => text.indexOf(question.text)).filter((at) => at >= 0)
  const answers = questions.map(({ number, text: words }): RecognisedAnswer => {
    const at = text.indexOf(words)
    if (at < 0) return { number, status: 'not_asked', asked: [], spans: [], confidence: 0.9 }
    const end = Math.min(text.length, ...starts.filter((start) => start > at))
    const span = trim(text, { start: at + words.length, end })
    const said = text.slice(span.start, span.end)
    const status = said === '' ? 'unanswered' : said === 'Vet inte.' ? 'dont_know' : 'answered'
    return { number, status, asked: [{ start: at, end: at + words.length }], spans: said ? [span] : [], confidence: said.startsWith('~') ? 0.4 : 0.9 }
  })
  const first = Math.min(text.length, ...starts)
  const preamble = starts.length > 0 && first > 0 ? [trim(text, { start: 0, end: first })] : []
  return { answers, preamble, beside: [], fit: starts.length / questions.length }
}

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}

/** What stands of answers, said plainly: `case number status by "words"|"words"`. */
export async function toldAnswers(house: House): Promise<string[]> {
  const rows = await house.read
    .selectFrom('answer')
    .innerJoin('study_case', 'study_case.id', 'answer.case_id')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select(['answer.id', 'study_case.name', 'question.number', 'answer.status', 'answer.made_by'])
    .orderBy('study_case.position')
    .orderBy('question.number')
    .execute()
  const parts = await house.read
    .selectFrom('answer_span')
    .innerJoin('source', 'source.id', 'answer_span.source_id')
    .innerJoin('source_version', 'source_version.id', 'source.version_id')
    .select(['answer_id', 'start_offset', 'end_offset', 'text'])
    .orderBy('part')
    .execute()
  const said = (id: number) => parts.filter((part) => part.answer_id === id).map((part) => part.text.slice(part.start_offset, part.end_offset))
  return rows.map((row) => [`${row.name} ${row.number} ${row.status} ${row.made_by}`, ...said(row.id)].join(' | '))
}

const TABLES = ['source', 'source_span', 'question', 'question_theme', 'guide', 'guide_section', 'answer', 'answer_span', 'coding', 'quotation'] as const

/** Every row that guides and answers touch: two pictures are the same where nothing differs. */
export async function pictureOf(house: House): Promise<string> {
  return JSON.stringify(await Promise.all(TABLES.map((table) => house.read.selectFrom(table).selectAll().orderBy('id').execute())))
}
