import type { Matrix, MatrixMember } from '../../domain/matrix.ts'
import type { Table, TableCell } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { countWaiting } from '../count-waiting.ts'
import { cellAt, nameOf, takeMatrix, unitName } from '../take-matrix.ts'
import type { ExportInput } from './export-input.ts'
import { matrixDocx } from './matrix-docx.ts'
import { tableMakers } from './table-files.ts'
import { filterIn } from './veiling.ts'

/** A row a member, a column a member, then the totals: in the unit of the table, distinct quotations, cases with any, and the base these are of. */
async function matrixTable(db: Db, input: ExportInput): Promise<Table> {
  const taken = await takeMatrix(db, input)
  const { matrix, rows, columns, sides } = taken
  const line = (row: number, name: string | null, totals: TableCell[]) => [name, ...columns.map((column) => cellAt(taken, { row, column })), ...totals]
  const unit = unitName(taken)
  const withUnit = unit === 'quotations' ? [] : [unit === 'cases' ? 'total' : unit]
  const totalsOf = (row: number, counts: TableCell[]) => [...withUnit.map(() => cellAt(taken, { row, column: -1 })), ...counts]
  const body = rows.map((row) => {
    const { quotations, cases, base } = matrix.rows[row]!
    return line(row, nameOf(matrix.rows[row]!), totalsOf(row, [quotations, cases, base.within, base.of, base.basis]))
  })
  const { quotations, cases } = matrix.total
  const foot = line(-1, null, totalsOf(-1, [quotations, cases, cases, matrix.withSource, 'source']))
  const heads = columns.map((column) => nameOf(matrix.columns[column]!))
  return { name: `matrix ${unit}`, columns: [headOf(sides.rows), ...heads, ...withUnit, ...TOTALS], rows: [...body, foot] }
}
const TOTALS = ['quotations', 'cases', 'cases_in_base', 'base', 'base_is']

function headOf(side: string): string {
  if (side.startsWith('attribute:')) return side.slice('attribute:'.length)
  return side.startsWith('code:') ? 'code' : side.replace(/s$/, '')
}

async function matrixJson(db: Db, input: ExportInput): Promise<unknown> {
  const taken = await takeMatrix(db, input)
  const { matrix, rows, columns, sides, of } = taken
  const member = (side: 'rows' | 'columns', at: number) => memberJson(matrix[side][at]!, matrix)
  return {
    values: matrix.value,
    of: of || null,
    rows_are: sides.rows,
    columns_are: sides.columns,
    filter: filterIn(input),
    columns: columns.map((column) => ({ label: labelOf(matrix.columns[column]!), ...member('columns', column), total: cellAt(taken, { row: -1, column }) })),
    rows: rows.map((row) => ({
      [headOf(sides.rows)]: labelOf(matrix.rows[row]!),
      label: labelOf(matrix.rows[row]!),
      cells: columns.map((column) => cellAt(taken, { row, column })),
      ...member('rows', row),
      total: cellAt(taken, { row, column: -1 }),
    })),
    total: {
      ...matrix.total,
      value: cellAt(taken, { row: -1, column: -1 }),
      with_source: matrix.withSource,
      of_no_column: matrix.outside.columns,
      of_no_row: matrix.outside.rows,
    },
    rows_add_up: matrix.addsUp.rows,
    columns_add_up: matrix.addsUp.columns,
    waiting: (await countWaiting(db, input.project.id)).quotations,
  }
}

/** Codes by their path, as everywhere in files. */
function labelOf({ code, label }: MatrixMember): string | null {
  return code?.path ?? label
}

function memberJson({ quotations, codings, cases, sources, words, base }: MatrixMember, { value }: Matrix) {
  const counted = value === 'words' || value === 'share' ? { words } : {}
  return { quotations, codings, cases, sources, ...counted, cases_in_base: base.within, base: base.of, base_is: base.basis, waiting: base.waiting }
}

export const matrixMakers = { ...tableMakers('matrix', matrixTable, matrixJson), docx: matrixDocx }
