import type { Block, ColumnsRow } from '../../domain/document.ts'
import { expandSets } from '../../domain/expand-sets.ts'
import { clausesOf } from '../../domain/filter.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Table, TableCell } from '../../domain/table.ts'
import { listFilterSets } from '../../storage/filter-sets.ts'
import type { Db } from '../../storage/schema.ts'
import { textsOf } from '../../storage/source-versions.ts'
import { type Say, sayIn } from '../../texts/catalogue.ts'
import { countWaiting } from '../count-waiting.ts'
import { withNames } from '../filter-names.ts'
import { type AnswerGrid, type GridCell, readAnswerGrids } from '../read-answers.ts'
import { selectCodings } from '../select-codings.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { cutIn } from './veiling.ts'

/** Twentieths of a point, on a page that lies across. */
const WIDTHS = [3200, 11_600]

const MOST_SOURCELESS = 12
const ON_CASES = new Set(['attribute', 'case', 'source', 'kind', 'language'])

/** Whether a case is within the filter. Refuses one that says something of codings: a grid holds answers, coded or not. */
async function casesWithin(db: Db, projectId: number, text: string) {
  const filter = expandSets(parseFilter(text), await listFilterSets(db, projectId))
  const other = clausesOf(filter).find(({ key }) => !ON_CASES.has(key))
  if (other) throw new Refusal('invalid', 'refusal.grid-cases', { key: other.key })
  return (await selectCodings(db, projectId, filter)).holdsCase
}

/** Grids with the words of every answer, of the filter's cases. Option `guide`: one guide alone, by its name. */
async function takeGrids(db: Db, input: ExportInput): Promise<{ grids: AnswerGrid[]; wordsOf: (cell: GridCell) => string }> {
  const { project, options } = input
  const cut = cutIn(input)
  const all = await readAnswerGrids(db, project.id, await casesWithin(db, project.id, input.filter))
  const grids = options['guide'] ? all.filter(({ guide }) => guide.name === options['guide'] || `${guide.id}` === options['guide']) : all
  if (options['guide'] && grids.length === 0) throw new Refusal('not-found', 'refusal.no-guide')
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const texts = await textsOf(db, [...new Set(cells.flatMap(({ parts }) => parts.map((part) => part.sourceId)))])
  return { grids, wordsOf: ({ parts }) => parts.map(({ sourceId, start, end }) => cut(texts.get(sourceId)!, { start, end })).join('\n') }
}

/** A row a question, a column an informant: the words of the answer, or why there are none. */
async function gridTable(db: Db, input: ExportInput): Promise<Table> {
  const say = sayIn(input.language)
  const { grids, wordsOf } = await takeGrids(db, input)
  const cases = [...new Map(grids.flatMap((grid) => grid.cases.map(({ id, name }) => [id, name] as const)))]
  const rows = grids.flatMap(({ guide, cases: own, rows: asked }) =>
    asked.map(({ question, section, cells, asked: n, answered }): TableCell[] => [
      guide.name,
      section,
      question.number,
      question.text,
      n,
      answered,
      ...cases.map(([id]) => {
        const at = own.findIndex((one) => one.id === id)
        return at < 0 ? null : written(cells[at]!, wordsOf(cells[at]!), say)
      }),
    ]),
  )
  return { name: 'grid', columns: ['guide', 'section', 'number', 'question', 'asked', 'answered', ...cases.map(([, name]) => name)], rows }
}

function written({ status }: GridCell, words: string, say: Say): string {
  if (status === 'answered') return words
  return words ? `(${say(`answer.${status}`)}) ${words}` : `(${say(`answer.${status}`)})`
}

async function gridJson(db: Db, input: ExportInput): Promise<unknown> {
  const { grids, wordsOf } = await takeGrids(db, input)
  return grids.flatMap(({ guide, cases, rows }) =>
    rows.map(({ question, section, cells, asked, answered }) => ({
      guide: guide.name,
      section,
      number: question.number,
      question: question.text,
      asked,
      answered,
      cases: cells.map((cell, at) => ({ case: cases[at]!.name, status: cell.status, words: cell.parts.length > 0 ? wordsOf(cell) : null })),
    })),
  )
}

/** To read down each question: what every informant answered, in a table of its own. */
async function gridDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const { grids, wordsOf } = await takeGrids(db, input)
  const lines: Block[] = [{ style: 'title', text: say('grid.docx-title', { project: input.project.name }) }]
  const [filter] = input.filter ? await withNames(db, input.project.id, [parseFilter(input.filter)]) : ['']
  if (filter) lines.push({ style: 'note', text: say('matrix.docx-filter', { filter }) })
  const waiting = (await countWaiting(db, input.project.id)).answers
  if (waiting > 0) lines.push({ style: 'note', text: say('review.waiting-other', { n: waiting }) })
  for (const { guide, cases, rows } of grids) {
    lines.push({ style: 'heading1', text: guide.name })
    for (const { question, cells, asked, answered } of rows) {
      lines.push({ style: 'heading2', text: `${question.number}. ${question.text}` })
      lines.push({ style: 'note', text: say('answers.denominator', { asked, of: cells.length, answered }) })
      const answers = cells.map((cell, at) => ({ name: cases[at]!.name, cell, words: wordsOf(cell) }))
      lines.push({ widths: WIDTHS, names: [say('grid.informant'), say('grid.answer')], rows: answersToRead(answers, say) })
    }
  }
  return { blocks: lines, pages: 'across' }
}

type ToRead = { name: string; cell: GridCell; words: string }

/** A row an informant. Hundreds of a survey who were never interviewed are told by their number. */
function answersToRead(answers: readonly ToRead[], say: Say): ColumnsRow[] {
  const sourceless = answers.filter(({ cell }) => cell.status === 'no_source').length
  const many = sourceless > MOST_SOURCELESS
  const told = answers.filter(({ cell }) => !many || cell.status !== 'no_source')
  const rows = told.map(({ name, cell, words }): ColumnsRow => ({ cells: [[{ style: 'name', text: name }], paragraphsOf(written(cell, words, say))] }))
  const note = (text: string) => [{ style: 'note', text } as const]
  return many ? [...rows, { cells: [note(say('framework.n-cases', { n: sourceless })), note(say('answer.no_source'))] }] : rows
}

function paragraphsOf(words: string): { style: 'text'; text: string }[] {
  return words
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => ({ style: 'text', text: line.trim() }))
}

export const gridMakers = { ...tableMakers('grid', gridTable, gridJson), docx: documentMakers('grid', gridDocument).docx }
