import { flatten, type KeyedCode, treeOf } from '../domain/code.ts'
import { type Paragraph, paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import { overlap } from '../domain/span.ts'
import { listCodes } from '../storage/codes.ts'
import { listLinkedQuestions } from '../storage/given-answers.ts'
import type { House } from '../storage/open.ts'
import { listCodingPlaces } from '../storage/quotations.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import { type AnswerGrid, type GridCell, type GridRow, readAnswerGrids } from './read-answers.ts'

/** A part of an answer with its exact words and the codes on them. Offsets are UTF-16 units of version `versionId` of the source. */
type LinePart = {
  source: { id: number; title: string; language: string; versionId: number }
  start: number
  end: number
  paragraph: number
  words: string
  codes: KeyedCode[]
}
/** What one case answered to one question. `themes`: the codes that the question asks for. */
type LineAnswer = {
  case: { id: number; name: string }
  question: GridRow['question']
  section: string
  status: GridCell['status']
  unsure: boolean
  themes: readonly number[]
  parts: LinePart[]
}
/** A line of the grid: down a question or along a case. `asked` and `answered` are of the answers in it. */
export type GridLine = { guide: string; answers: LineAnswer[]; asked: number; answered: number; previous: number | undefined; next: number | undefined }

/** Down a question: what every case answered. `previous` and `next` are questions of the guide. */
export async function readDown(house: House, projectId: number, questionId: number): Promise<GridLine & { question: GridRow['question'] }> {
  for (const grid of await readAnswerGrids(house.read, projectId)) {
    const at = grid.rows.findIndex((row) => row.question.id === questionId)
    const row = grid.rows[at]
    if (!row) continue
    const answers = await tell(
      house,
      projectId,
      grid.cases.map((one, nth) => ({ case: one, row, cell: row.cells[nth]! })),
    )
    const { asked, answered, question } = row
    return { guide: grid.guide.name, question, answers, asked, answered, previous: grid.rows[at - 1]?.question.id, next: grid.rows[at + 1]?.question.id }
  }
  throw new Refusal('not-found', 'refusal.no-question')
}

/** Along a case: what it answered to every question of its guides. `previous` and `next` are cases. */
export async function readAlong(house: House, projectId: number, caseId: number): Promise<GridLine & { case: { id: number; name: string } }> {
  const grids = (await readAnswerGrids(house.read, projectId)).filter((grid) => grid.cases.some((one) => one.id === caseId))
  const own = grids.flatMap((grid) => alongOf(grid, caseId))
  const one = grids[0]?.cases.find(({ id }) => id === caseId)
  if (!one) throw new Refusal('not-found', 'refusal.no-case')
  const cases = grids[0]!.cases
  const at = cases.indexOf(one)
  const known = own.filter(({ cell }) => cell.status === 'answered' || cell.status === 'dont_know' || cell.status === 'unanswered')
  return {
    guide: grids.map(({ guide }) => guide.name).join(', '),
    case: one,
    answers: await tell(house, projectId, own),
    asked: known.length,
    answered: known.filter(({ cell }) => cell.status === 'answered').length,
    previous: cases[at - 1]?.id,
    next: cases[at + 1]?.id,
  }
}

type Place = { case: { id: number; name: string }; row: GridRow; cell: GridCell }

function alongOf({ cases, rows }: AnswerGrid, caseId: number): Place[] {
  const at = cases.findIndex(({ id }) => id === caseId)
  return rows.map((row) => ({ case: cases[at]!, row, cell: row.cells[at]! }))
}

async function tell(house: House, projectId: number, places: readonly Place[]): Promise<LineAnswer[]> {
  const db = house.read
  const ids = [...new Set(places.flatMap(({ cell }) => cell.parts.map((part) => part.sourceId)))]
  const texts = await textsOf(db, ids)
  const paragraphs = new Map<number, Paragraph[]>([...texts].map(([id, text]) => [id, paragraphsOf(text)]))
  const sources = new Map((await listSources(db, projectId)).map(({ id, title, language, versionId }) => [id, { id, title, language, versionId }]))
  const nodes = flatten(treeOf(await listCodes(db, projectId)))
  const codings = await listCodingPlaces(db, ids)
  const linked = [...(await listLinkedQuestions(db, projectId))]
  return places.map(({ case: { id, name }, row: { question, section }, cell: { status, unsure, parts } }) => ({
    case: { id, name },
    question,
    section,
    status,
    unsure,
    themes: linked.filter(([, questions]) => questions.has(question.id)).map(([codeId]) => codeId),
    parts: parts.map(({ sourceId, start, end }) => {
      const over = new Set(
        codings.filter(([source, from, to]) => source === sourceId && overlap({ start, end }, { start: from!, end: to! })).map((one) => one[3]!),
      )
      return {
        source: sources.get(sourceId)!,
        start,
        end,
        paragraph: paragraphsUnder(paragraphs.get(sourceId)!, { start, end }).find(({ number }) => number !== null)?.number ?? 1,
        words: texts.get(sourceId)!.slice(start, end),
        codes: nodes
          .filter((node) => over.has(node.id))
          .map(({ id: codeId, key, tone, depth, label, path }) => ({ id: codeId, key, tone, depth, label, path })),
      }
    }),
  }))
}
