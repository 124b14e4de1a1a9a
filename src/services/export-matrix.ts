import { Refusal } from '../domain/refusal.ts'
import type { Table } from '../domain/table.ts'
import type { Db } from '../storage/schema.ts'
import { countWaiting } from './count-waiting.ts'
import type { ExportInput } from './exports.ts'
import { type Matrix, readMatrix } from './matrix.ts'
import { tableMakers } from './table-files.ts'

type Value = 'quotations' | 'cases'

/** Options: `columns` (cases, or attribute:NAME), `values` (quotations or cases), `rows` (codes). Refuses any other. */
async function wished(db: Db, { project, filter, options }: ExportInput): Promise<{ matrix: Matrix; value: Value }> {
  const value = options['values'] || 'quotations'
  if (value !== 'quotations' && value !== 'cases') throw new Refusal('invalid', 'refusal.matrix-value', { value })
  if ((options['rows'] || 'codes') !== 'codes') throw new Refusal('invalid', 'refusal.matrix-rows', { rows: options['rows']! })
  return { matrix: await readMatrix(db, { projectId: project.id, filter, columns: options['columns'] || 'cases' }), value }
}

/** A code a row, a case or group a column, then the totals: distinct quotations, cases with any, and the base these are of. Not asked is an empty cell. */
export async function matrixTable(db: Db, input: ExportInput): Promise<Table> {
  const { matrix, value } = await wished(db, input)
  const rows = matrix.rows.map((row) => [row.code.path, ...cellsOf(row, value), row.quotations, row.cases, row.casesInBase, row.base, row.basis])
  const totals = matrix.columns.map((column) => column[value])
  const last = [null, ...totals, matrix.total.quotations, matrix.total.cases, matrix.total.cases, matrix.withSource, 'source']
  return { name: 'matrix', columns: ['code', ...matrix.columns.map(({ label }) => label ?? ''), ...TOTALS], rows: [...rows, last] }
}
const TOTALS = ['quotations', 'cases', 'cases_in_base', 'base', 'base_is']

function cellsOf(row: Matrix['rows'][number], value: Value): (number | null)[] {
  return row.cells[value].map((n, column) => (n === 0 && row.notAsked.includes(column) ? null : n))
}

async function matrixJson(db: Db, input: ExportInput): Promise<unknown> {
  const { matrix, value } = await wished(db, input)
  return {
    values: value,
    filter: input.filter,
    columns: matrix.columns.map(({ label, quotations, cases, withSource }) => ({ label, quotations, cases, with_source: withSource })),
    rows: matrix.rows.map((row) => ({
      code: row.code.path,
      cells: cellsOf(row, value),
      quotations: row.quotations,
      codings: row.codings,
      cases: row.cases,
      cases_in_base: row.casesInBase,
      base: row.base,
      base_is: row.basis,
    })),
    total: { ...matrix.total, with_source: matrix.withSource, of_no_case: matrix.outside },
    waiting: (await countWaiting(db, input.project.id)).quotations,
  }
}

export const matrixMakers = tableMakers('matrix', matrixTable, matrixJson)
