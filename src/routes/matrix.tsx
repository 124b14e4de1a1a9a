import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { CellColumn, type OpenCell } from '../../views/analysis/cell-column.tsx'
import { type MatrixWishes, matrixAddress, toggled } from '../../views/analysis/matrix-address.ts'
import { MatrixDrawing, type ShownMatrix } from '../../views/analysis/matrix-drawing.ts'
import { MatrixPage } from '../../views/analysis/matrix-page.tsx'
import { MatrixWindow } from '../../views/analysis/matrix-table.tsx'
import { type Arranged, arrange } from '../domain/arrange-matrix.ts'
import { filterSentence } from '../domain/filter-sentence.ts'
import { type Matrix, matrixOfs, matrixValues } from '../domain/matrix.ts'
import { windowOf } from '../domain/matrix-window.ts'
import { numbersIn } from '../domain/numbers-in.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { analyseMatrix, analyseQuotations } from '../services/analyse.ts'
import { isSameKind } from '../services/matrix.ts'
import { matrixChoices } from '../services/matrix-choices.ts'
import { cellFilter, narrowedFilter, placeOfCell } from '../services/matrix-filter.ts'
import { nameFilter } from '../services/name-filter.ts'
import { readMemosOn } from '../services/read-memos.ts'
import { readNotedCells } from '../services/read-noted-cells.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const chosen = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional())
const place = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().nonnegative().max(1_000_000).optional())
const side = z.string().max(500)
const key = z.string().regex(/^(-?(\d+|g\d+|total|name))?$/)
const keys = z
  .string()
  .regex(/^((\d+|g\d+)(\.(\d+|g\d+)){0,9})?$/)
  .transform((value) => value.split('.').filter(Boolean))
const query = z.object({
  value: z.enum(matrixValues).default('quotations'),
  of: z.enum(matrixOfs).default(''),
  rows: side.default('codes'),
  columns: side.default('cases'),
  before: z.string().max(1000).default(''),
  filter: z.string().default(''),
  set: z.string().max(500).default(''),
  coder: chosen,
  theme: chosen,
  attribute: z.string().default(''),
  cuts: z.string().max(500).default(''),
  rowcuts: z.string().max(500).default(''),
  empty: z.enum(['hide', '']).default(''),
  sort: key.default(''),
  sortcolumns: key.default(''),
  pinrows: keys.default([]),
  pincolumns: keys.default([]),
  cell: z.union([z.literal(''), z.string().regex(/^(\d+|g\d+|all)\.(\d+|g\d+|all)$/)]).default(''),
  part: z.enum(['', 'window']).default(''),
  top: place,
  left: place,
  tall: place,
  broad: place,
})

/** Anything by anything, and the quotations behind one cell of it. */
export const matrix = new Hono<AppEnv>().get('/projects/:slug/matrix', accept('query', query), async (c) => {
  const { cell, empty, part, before, top, left, tall, broad, ...asked } = c.req.valid('query')
  const wishes: MatrixWishes = { ...asked, coder: asked.coder, theme: asked.theme, hideEmpty: empty === 'hide' }
  const { project, house, reader } = c.var
  // Who chooses the same for both sides means to turn them.
  if (isSameKind(wishes.rows, wishes.columns) && before) return c.redirect(matrixAddress(project.slug, wishes, apart(wishes, before)))
  const filter = narrowedFilter(wishes)
  const cuts = { cuts: numbersIn(wishes.cuts), rowCuts: numbersIn(wishes.rowcuts) }
  const counted = await analyseMatrix(c.var, { projectId: project.id, filter, rows: wishes.rows, columns: wishes.columns, value: wishes.value, ...cuts })
  const arranged = arrange(counted, { ...wishes, sortColumns: wishes.sortcolumns, pinRows: wishes.pinrows, pinColumns: wishes.pincolumns })
  const around = cell ? placeShown(counted, arranged, cell) : undefined
  const noted = isOfCasesAndCodes(wishes) ? await readNotedCells(house, project.id) : new Set<string>()
  const shown: ShownMatrix = { matrix: counted, arranged, window: windowOf(arranged, { top, left, tall, broad }, around), open: cell || undefined, noted }
  const fragment = c.req.header('HX-Request')
  if (fragment && part === 'window') return show(c, null, <MatrixWindow drawing={new MatrixDrawing(project.slug, wishes, shown, reader)} />)
  const open = cell ? await openCell(c, shown, wishes, filter, cell) : undefined
  if (fragment) return show(c, null, <CellColumn slug={project.slug} open={open} />)
  const parsed = parseFilter(filter)
  const sentence = filterSentence(parsed, reader.say, await nameFilter(house.read, project.id, parsed))
  const choices = await matrixChoices(house.read, project.id)
  return show(
    c,
    { title: reader.say('nav.matrix'), place: 'matrix', layout: 'matrix-page', scripts: ['matrix.js', 'matrix-grid.js'] },
    <MatrixPage slug={project.slug} shown={shown} choices={choices} wishes={wishes} sentence={sentence} filter={filter} open={open} />,
  )
})

/** The sides where one was changed to be as the other: the other takes its place. `before`: what they were. */
function apart(wishes: MatrixWishes, before: string): Partial<MatrixWishes> {
  const [rows = 'codes', columns = 'cases'] = before.split('|')
  const sides = wishes.rows === rows ? { rows: columns } : { columns: rows }
  const both = { rows: wishes.rows, columns: wishes.columns, ...sides }
  const plain = { sort: '', sortcolumns: '', pinrows: [], pincolumns: [] }
  return isSameKind(both.rows, both.columns) ? { rows: 'codes', columns: 'cases', ...plain } : { ...both, ...plain }
}

/** Only the cells of single cases and codes have memos. */
function isOfCasesAndCodes({ rows, columns }: MatrixWishes): boolean {
  return rows === 'cases' || columns === 'cases'
}

async function openCell(c: Context<AppEnv>, shown: ShownMatrix, wishes: MatrixWishes, filter: string, cell: string): Promise<OpenCell> {
  const counted = shown.matrix
  const { house, project, reader } = c.var
  const [row = '', column = ''] = cell.split('.')
  const own = cellFilter(counted, filter, { row, column })
  const list = await analyseQuotations(c.var, { projectId: project.id, filter: own })
  const drawing = new MatrixDrawing(project.slug, wishes, shown, reader)
  const inRow = counted.rows.find((one) => one.key === row)
  const inColumn = counted.columns.find((one) => one.key === column)
  const code = inRow && drawing.nameOf(inRow)
  const label = inColumn && drawing.nameOf(inColumn)
  const to = (at: string | undefined) => at && drawing.address({}, at)
  const { previous, next } = beside(drawing, cell)
  const at = placeOfCell(counted, { row, column })
  const finding = drawing.findingAt(at)
  const place = finding && ({ kind: 'finding', ...finding, questionId: null } as const)
  return {
    address: cell,
    title:
      label && code
        ? reader.say(inRow.code ? 'cell.title' : 'cell.title-plain', { column: label, row: code })
        : (label ?? code ?? reader.say('cell.everything')),
    of: label && code ? { label, n: inColumn.quotations } : undefined,
    list,
    memos: place && { place, memos: await readMemosOn(house, project.id, place) },
    ofGroup: drawing.isOfGroup(at),
    filter: own,
    closeTo: drawing.address({}),
    previous: to(previous),
    next: to(next),
    ways: waysOf(drawing, wishes, inRow && { key: row, name: code! }, inColumn && { key: column, name: label! }),
  }
}

type Head = { key: string; name: string } | undefined

/** What can be done with the row and the column that a cell stands in. */
function waysOf(drawing: MatrixDrawing, wishes: MatrixWishes, row: Head, column: Head): OpenCell['ways'] {
  const { say } = drawing.reader
  const cell = drawing.shown.open
  const way = (key: 'cell.sort' | 'cell.pin' | 'cell.unpin', label: string, changes: Partial<MatrixWishes>) => ({
    label: say(key, { label }),
    to: drawing.address(changes, cell),
  })
  const pin = (keys: readonly string[], key: string) => (keys.includes(key) ? 'cell.unpin' : 'cell.pin')
  return [
    ...(column ? [way('cell.sort', column.name, { sort: column.key })] : []),
    ...(row ? [way('cell.sort', row.name, { sortcolumns: row.key })] : []),
    ...(row ? [way(pin(wishes.pinrows, row.key), row.name, { pinrows: toggled(wishes.pinrows, row.key) })] : []),
    ...(column ? [way(pin(wishes.pincolumns, column.key), column.name, { pincolumns: toggled(wishes.pincolumns, column.key) })] : []),
  ]
}

/** Where a cell stands in the order that is shown. */
function placeShown(counted: Matrix, arranged: Arranged, cell: string): { row: number; column: number } {
  const [row = '', column = ''] = cell.split('.')
  const place = placeOfCell(counted, { row, column })
  return { row: arranged.rows.indexOf(place.row), column: arranged.columns.indexOf(place.column) }
}

/** The cells with something in them before and after this one, row by row as they are shown. */
function beside(drawing: MatrixDrawing, cell: string): { previous: string | undefined; next: string | undefined } {
  const { rows, columns } = drawing.shown.arranged
  const { row, column } = placeShown(drawing.shown.matrix, drawing.shown.arranged, cell)
  if (row < 0 || column < 0) return { previous: undefined, next: undefined }
  const step = (by: 1 | -1) => {
    for (let at = row * columns.length + column + by; at >= 0 && at < rows.length * columns.length; at += by) {
      const place = { row: rows[Math.floor(at / columns.length)]!, column: columns[at % columns.length]! }
      if (drawing.quotationsAt(place) > 0) return drawing.keyOf(place)
    }
    return undefined
  }
  return { previous: step(-1), next: step(1) }
}
