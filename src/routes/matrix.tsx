import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { CellColumn, type OpenCell } from '../../views/analysis/cell-column.tsx'
import { filterSentence } from '../../views/analysis/filter-sentence.ts'
import type { MatrixWishes } from '../../views/analysis/matrix-form.tsx'
import { MatrixPage } from '../../views/analysis/matrix-page.tsx'
import { wishesQuery } from '../../views/analysis/matrix-table.tsx'
import { parseFilter } from '../domain/parse-filter.ts'
import { analyseMatrix, analyseQuotations } from '../services/analyse.ts'
import type { Matrix } from '../services/matrix.ts'
import { matrixChoices } from '../services/matrix-choices.ts'
import { cellFilter, narrowedFilter } from '../services/matrix-filter.ts'
import { nameFilter } from '../services/name-filter.ts'
import { readMemosOn } from '../services/read-memos.ts'
import { readNotedCells } from '../services/read-noted-cells.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const chosen = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional())
const query = z.object({
  value: z.enum(['quotations', 'cases']).default('quotations'),
  columns: z.string().max(500).default('cases'),
  filter: z.string().default(''),
  coder: chosen,
  theme: chosen,
  attribute: z.string().default(''),
  cuts: z.string().max(500).default(''),
  empty: z.enum(['hide', '']).default(''),
  cell: z.union([z.literal(''), z.string().regex(/^(\d+|all)\.(\d+|g\d+|all)$/)]).default(''),
})

/** Code by case, and the quotations behind one cell of it. */
export const matrix = new Hono<AppEnv>().get('/projects/:slug/matrix', accept('query', query), async (c) => {
  const { cell, empty, ...asked } = c.req.valid('query')
  const wishes: MatrixWishes = { ...asked, coder: asked.coder, theme: asked.theme, hideEmpty: empty === 'hide' }
  const { project, house, reader } = c.var
  const filter = narrowedFilter(wishes)
  const counted = await analyseMatrix(c.var, { projectId: project.id, filter, columns: wishes.columns, cuts: numbersIn(wishes.cuts) })
  const open = cell ? await openCell(c, counted, wishes, filter, cell) : undefined
  if (c.req.header('HX-Request')) return show(c, null, <CellColumn slug={project.slug} open={open} />)
  const parsed = parseFilter(filter)
  const sentence = filterSentence(parsed, reader.say, await nameFilter(house.read, project.id, parsed))
  const choices = await matrixChoices(house.read, project.id)
  const noted = wishes.columns === 'cases' ? await readNotedCells(house, project.id) : new Set<string>()
  return show(
    c,
    { title: reader.say('nav.matrix'), place: 'matrix', layout: 'matrix-page', scripts: ['matrix.js'] },
    <MatrixPage slug={project.slug} matrix={counted} choices={choices} wishes={wishes} sentence={sentence} filter={filter} open={open} noted={noted} />,
  )
})

async function openCell(c: Context<AppEnv>, counted: Matrix, wishes: MatrixWishes, filter: string, cell: string): Promise<OpenCell> {
  const { house, project, reader } = c.var
  const [row = '', column = ''] = cell.split('.')
  const own = cellFilter(counted, filter, { row, column })
  const list = await analyseQuotations(c.var, { projectId: project.id, filter: own })
  const code = counted.rows.find((one) => `${one.code.id}` === row)?.code.label
  const stands = counted.columns.find(({ key }) => key === column)
  const place =
    code && stands && wishes.columns === 'cases' ? ({ kind: 'finding', caseId: Number(column), codeId: Number(row), questionId: null } as const) : undefined
  const label = stands ? (stands.label ?? reader.say('matrix.no-value')) : undefined
  const address = `/projects/${project.slug}/matrix`
  const base = wishesQuery(wishes)
  const to = (at: string | undefined) => at && `${address}?${base}${base && '&'}cell=${at}`
  const { previous, next } = beside(counted, wishes, cell)
  return {
    address: cell,
    title: label && code ? reader.say('cell.title', { column: label, row: code }) : (label ?? code ?? reader.say('cell.everything')),
    of: label && code ? { label, n: stands!.quotations } : undefined,
    list,
    memos: place && { place, memos: await readMemosOn(house, project.id, place) },
    filter: own,
    closeTo: base ? `${address}?${base}` : address,
    previous: to(previous),
    next: to(next),
  }
}

/** The cells with something in them before and after this one, row by row. */
function beside(counted: Matrix, wishes: MatrixWishes, cell: string): { previous: string | undefined; next: string | undefined } {
  const rows = counted.rows.filter(({ code }) => !wishes.theme || code.themeId === wishes.theme)
  const full = rows.flatMap((row) => counted.columns.flatMap(({ key }, column) => (row.cells.quotations[column]! > 0 ? [`${row.code.id}.${key}`] : [])))
  const at = full.indexOf(cell)
  return at < 0 ? { previous: undefined, next: undefined } : { previous: full[at - 1], next: full[at + 1] }
}

function numbersIn(cuts: string): number[] {
  return cuts
    .split(/[;\s]+/)
    .map((cut) => Number(cut.replace(',', '.')))
    .filter((cut) => cut !== 0 && Number.isFinite(cut))
    .slice(0, 20)
}
