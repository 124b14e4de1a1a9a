import { both, clause, type Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Matrix } from './matrix.ts'

/** What the page's form narrows by: ids of a coder and a theme, an attribute's condition and a filter in text form. */
export type Narrowing = { filter: string; coder?: number | undefined; theme?: number | undefined; attribute: string }

/** All of it as one filter in text form. */
export function narrowedFilter({ filter, coder, theme, attribute }: Narrowing): string {
  const parts: Filter[] = [parseFilter(filter), parseFilter(attribute)]
  if (coder) parts.push(clause({ key: 'coder', named: { id: coder } }))
  if (theme) parts.push(clause({ key: 'code', named: { id: theme } }))
  return formatFilter(both(...parts))
}

/** A cell by its address, CODE.COLUMN: a code's id and a column's key, `all` for a total. */
export type CellAddress = { row: string; column: string }

/** The filter of exactly the quotations that a cell of the matrix counts. Refuses a cell that the matrix lacks. */
export function cellFilter(matrix: Matrix, filter: string, { row, column }: CellAddress): string {
  const parts = [parseFilter(filter)]
  if (row !== 'all') {
    if (!matrix.rows.some(({ code }) => `${code.id}` === row)) throw new Refusal('not-found', 'refusal.no-cell')
    parts.push(clause({ key: 'code', named: { id: Number(row) } }))
  }
  if (column !== 'all') {
    const ids = matrix.columns.find(({ key }) => key === column)?.caseIds
    if (!ids || ids.length === 0) throw new Refusal('not-found', 'refusal.no-cell')
    const cases = ids.map((id) => clause({ key: 'case', named: { id } }))
    parts.push(cases.length === 1 ? cases[0]! : { any: cases })
  }
  return formatFilter(both(...parts))
}
