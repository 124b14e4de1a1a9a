import { type CountedStatus, isAsked } from '../domain/answer.ts'
import type { AnswerPart } from '../domain/change-answer.ts'
import type { MadeBy } from '../domain/coding.ts'
import { LOW_CONFIDENCE } from '../domain/recognise-answers.ts'
import { Refusal } from '../domain/refusal.ts'
import { listWaitingAnswers } from '../storage/carry-reviews.ts'
import { listCountedCases } from '../storage/counted-cases.ts'
import { listStoredAnswers, type StoredAnswer } from '../storage/found-answers.ts'
import type { Selection } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { type GuideCases, readGuideCases } from './guide-cases.ts'

/** What a case made of a question. `unsure`: a rule found it and is not sure of it; `known`: somebody or something looked for it. `waiting`: its words wait to be laid again, and it is in no count. */
export type GridCell = { status: CountedStatus; parts: AnswerPart[]; madeBy: MadeBy | null; confidence: number | null; unsure: boolean; known: boolean }
export type GridRow = {
  question: { id: number; number: number; text: string }
  section: string
  cells: GridCell[]
  asked: number
  answered: number
  waiting: number
}
type GridCase = { id: number; name: string; sourceIds: readonly number[] }
/** Every question of a guide for every case that it is for. `untied`: cases without a source that no guide is known to be for. */
export type AnswerGrid = Pick<GuideCases, 'guide' | 'said' | 'broken'> & { cases: GridCase[]; rows: GridRow[]; untied: GridCase[] }

/** The answers of the project, a grid for each of its guides; `holds`: of these cases alone. */
export async function readAnswerGrids(db: Db, projectId: number, holds: Selection['holdsCase'] = () => true): Promise<AnswerGrid[]> {
  const cases = (await listCountedCases(db, projectId)).filter(({ id, sourceIds }) => holds(id, sourceIds))
  const guides = await readGuideCases(db, projectId, cases)
  const untied = cases.filter(({ id, sourceIds }) => sourceIds.length === 0 && !guides.some(({ ties }) => ties.has(id)))
  const waiting = await listWaitingAnswers(db, projectId)
  const grids: AnswerGrid[] = []
  for (const { guide, ties, said, broken } of guides) {
    const answers = new Map((await listStoredAnswers(db, { guideId: guide.id })).map((answer) => [`${answer.caseId} ${answer.questionId}`, answer]))
    const own = cases.filter(({ id }) => ties.has(id))
    const cell = (questionId: number) => (one: (typeof own)[number]) => cellOf(answers.get(`${one.id} ${questionId}`), one.sourceIds.length > 0, waiting)
    const rows = guide.sections.flatMap((section) =>
      section.questions.map(({ id, number, text }) => rowOf({ id, number, text }, section.title, own.map(cell(id)))),
    )
    grids.push({ guide, said, broken, cases: own, rows, untied })
  }
  return grids
}

/** One guide's grid; the first guide's where none is chosen. Undefined where there is no guide. Refuses a guide of another project. */
export async function readAnswerGrid(db: Db, projectId: number, guideId: number | undefined): Promise<AnswerGrid | undefined> {
  const grids = await readAnswerGrids(db, projectId)
  if (guideId === undefined) return grids.find((grid) => grid.rows.some((row) => row.cells.some((cell) => cell.known))) ?? grids[0]
  const grid = grids.find((one) => one.guide.id === guideId)
  if (!grid) throw new Refusal('not-found', 'refusal.no-guide')
  return grid
}

function rowOf(question: GridRow['question'], section: string, cells: GridCell[]): GridRow {
  return {
    question,
    section,
    cells,
    asked: cells.filter((one) => isAsked(one.status)).length,
    answered: cells.filter((one) => one.status === 'answered').length,
    waiting: cells.filter((one) => one.status === 'waiting').length,
  }
}

/** A case without a source has no answer; one whose sources nobody looked through for the question was not asked, as far as is known. */
function cellOf(answer: StoredAnswer | undefined, hasSource: boolean, waiting: ReadonlySet<number>): GridCell {
  if (!hasSource) return { status: 'no_source', parts: [], madeBy: null, confidence: null, unsure: false, known: false }
  if (!answer) return { status: 'not_asked', parts: [], madeBy: null, confidence: null, unsure: false, known: false }
  const { status, madeBy, confidence, parts } = answer
  if (waiting.has(answer.id)) return { status: 'waiting', parts: [], madeBy, confidence, unsure: false, known: true }
  return { status, parts: parts.map(({ sourceId, start, end }) => ({ sourceId, start, end })), madeBy, confidence, unsure: isUnsure(answer), known: true }
}

/** Somebody should look: a rule found it, and is not sure. */
export function isUnsure({ madeBy, confidence, status }: Pick<StoredAnswer, 'madeBy' | 'confidence' | 'status'>): boolean {
  return madeBy === 'rule' && isAsked(status) && confidence !== null && confidence < LOW_CONFIDENCE
}

export type ToCheck = { caseId: number; caseName: string; question: GridRow['question']; status: CountedStatus; confidence: number }

/** The answers of a grid that somebody should look at, the least sure first. */
export function listToCheck({ cases, rows }: AnswerGrid): ToCheck[] {
  const unsure = rows.flatMap(({ question, cells }) =>
    cells.flatMap(({ status, confidence, unsure }, at) =>
      unsure ? [{ caseId: cases[at]!.id, caseName: cases[at]!.name, question, status, confidence: confidence ?? 0 }] : [],
    ),
  )
  return unsure.sort((a, b) => a.confidence - b.confidence)
}
