import type { Block, Cell } from '../../domain/document.ts'
import { heatOf, stepsFor } from '../../domain/heat.ts'
import { isShare, type Place } from '../../domain/matrix.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import type { TableCell } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { type InterfaceLanguage, type Say, sayIn, sayShare } from '../../texts/catalogue.ts'
import { countWaiting } from '../count-waiting.ts'
import { withNames } from '../filter-names.ts'
import { cellAt, type TakenMatrix, takeMatrix } from '../take-matrix.ts'
import { type Document, documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'

/** As many columns as a page across has room for. */
const ACROSS = 14

/** The matrix to read: what it counts, then its numbers, in as many tables beneath each other as its columns need. */
async function matrixDocument(db: Db, input: ExportInput): Promise<Document> {
  const say = sayIn(input.language)
  const taken = await takeMatrix(db, input)
  const { matrix, of, columns } = taken
  const what = say(`matrix.value.${matrix.value}`)
  const lines: Block[] = [
    { style: 'title', text: say('matrix.docx-title', { project: input.project.name }) },
    { style: 'note', text: of && matrix.value !== 'binary' ? say(`matrix.caption.${of}`, { what }) : what },
    { style: 'note', text: say(`matrix.note.${matrix.value}`) },
    { style: 'note', text: say('matrix.docx-of', { cases: matrix.total.cases, of: matrix.withSource, quotations: matrix.total.quotations }) },
  ]
  const [filter] = input.filter ? await withNames(db, input.project.id, [parseFilter(input.filter)]) : ['']
  if (filter) lines.push({ style: 'note', text: say('matrix.docx-filter', { filter }) })
  if (!matrix.addsUp.rows || !matrix.addsUp.columns) lines.push({ style: 'note', text: say('matrix.docx-apart') })
  const waiting = (await countWaiting(db, input.project.id)).quotations
  if (waiting > 0) lines.push({ style: 'note', text: say('review.waiting-other', { n: waiting }) })
  for (let from = 0; from < Math.max(1, columns.length); from += ACROSS)
    lines.push(tableOf(taken, { say, language: input.language }, from), { style: 'note', text: '' })
  return { blocks: lines, pages: 'across' }
}

export const matrixDocx = documentMakers('matrix', matrixDocument).docx

/** The words of the interface, and its language. */
type Ground = { say: Say; language: InterfaceLanguage }

function tableOf(taken: TakenMatrix, ground: Ground, from: number): Block {
  const { say } = ground
  const { matrix, rows } = taken
  const columns = taken.columns.slice(from, from + ACROSS)
  const last = from + ACROSS >= taken.columns.length
  const places = (row: number): Place[] => [...columns, ...(last ? [-1] : [])].map((column) => ({ row, column }))
  const heat = heatIn(taken)
  const line = (row: number, name: string, depth: number): Cell[] => [
    { text: name, depth },
    ...places(row).map((place) => ({ text: written(taken, ground, place), heat: place.row < 0 || place.column < 0 ? 0 : heat(place), number: true })),
  ]
  const heads = columns.map((column) => ({ text: matrix.columns[column]!.label ?? say('matrix.no-value') }))
  return {
    heads: [{ text: '' }, ...heads, ...(last ? [{ text: say(`matrix.total.${isShare(matrix.value, taken.of) ? 'share' : matrix.value}`) }] : [])],
    rows: [
      ...rows.map((row) => {
        const { label, code } = matrix.rows[row]!
        return line(row, code ? `${code.key} ${label}` : (label ?? say('matrix.no-value')), code?.depth ?? 0)
      }),
      line(-1, say(`matrix.total.${isShare(matrix.value, taken.of) ? 'share' : matrix.value}`), 0),
    ],
  }
}

function heatIn(taken: TakenMatrix): (place: Place) => number {
  const of = (place: Place) => {
    const cell = cellAt(taken, place)
    return typeof cell === 'number' ? (isShare(taken.matrix.value, taken.of) ? Math.round(cell * 100) : cell) : 0
  }
  const steps = stepsFor([taken.rows.reduce((most, row) => Math.max(most, ...taken.columns.map((column) => of({ row, column }))), 0)])
  return (place) => heatOf(of(place), steps)
}

/** Why there is nothing, in words; shares in percent. */
function written(taken: TakenMatrix, { say, language }: Ground, place: Place): string {
  const cell: TableCell = cellAt(taken, place)
  if (cell === 'not_asked' || cell === 'no_source' || cell === 'outside_guide') return say(`status.${cell}`)
  if (typeof cell !== 'number') return ''
  return isShare(taken.matrix.value, taken.of) ? sayShare(language, cell) : say('matrix.docx-number', { n: cell })
}
