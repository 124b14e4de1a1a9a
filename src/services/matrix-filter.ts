import { both, clause, type Filter } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import type { Matrix, MatrixMember, Place } from '../domain/matrix.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { anyOf } from './matrix-sides.ts'

/** What the page's form narrows by: ids of a coder and a theme, an attribute's condition, the name of a set and a filter in text form. */
export type Narrowing = { filter: string; coder?: number | undefined; theme?: number | undefined; attribute: string; set?: string }

/** All of it as one filter in text form. */
export function narrowedFilter({ filter, coder, theme, attribute, set }: Narrowing): string {
  const parts: Filter[] = [parseFilter(filter), parseFilter(attribute)]
  if (set) parts.push(clause({ key: 'set', value: set }))
  if (coder) parts.push(clause({ key: 'coder', named: { id: coder } }))
  if (theme) parts.push(clause({ key: 'code', named: { id: theme } }))
  return formatFilter(both(...parts))
}

/** A cell by its address, ROW.COLUMN: the keys of its row and its column, `all` for a total. */
export type CellAddress = { row: string; column: string }

/** Where a cell stands in a matrix. Refuses one that the matrix lacks. */
export function placeOfCell(matrix: Matrix, { row, column }: CellAddress): Place {
  const place = { row: placeOf(matrix.rows, row), column: placeOf(matrix.columns, column) }
  if (place.row < -1 || place.column < -1) throw new Refusal('not-found', 'refusal.no-cell')
  return place
}

function placeOf(members: readonly MatrixMember[], key: string): number {
  const at = key === 'all' ? -1 : members.findIndex((member) => member.key === key)
  return at < 0 && key !== 'all' ? -2 : at
}

/** The filter of exactly the quotations that a cell of the matrix counts. Refuses a cell that the matrix lacks. */
export function cellFilter(matrix: Matrix, filter: string, address: CellAddress): string {
  const place = placeOfCell(matrix, address)
  const row = place.row < 0 ? undefined : matrix.rows[place.row]!
  const column = place.column < 0 ? undefined : matrix.columns[place.column]!
  const own = row?.caseIds && column?.caseIds ? [sharedCases(row.caseIds, column.caseIds)] : [row, column].map((one) => parseFilter(one?.filter ?? ''))
  return formatFilter(both(parseFilter(filter), ...own))
}

/** Where both sides are of cases, the cell is of those that are in both. */
function sharedCases(some: readonly number[], others: readonly number[]): Filter {
  const shared = some.filter((id) => others.includes(id))
  if (shared.length === 0) throw new Refusal('not-found', 'refusal.no-cell')
  return anyOf(shared)
}
