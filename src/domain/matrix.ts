import type { Basis } from './asked.ts'
import type { Total } from './tally.ts'

/** What a matrix can show: counts; the informants' words; these as a share of all that is said there; or whether there is anything. */
export const matrixValues = ['quotations', 'codings', 'cases', 'sources', 'words', 'share', 'binary'] as const
export type MatrixValue = (typeof matrixValues)[number]
/** A count as a share of the total of its row, its column or the whole; '' as it is. */
export const matrixOfs = ['', 'row', 'column', 'total'] as const
export type MatrixOf = (typeof matrixOfs)[number]

/** How a case stands where a cell shows nothing: it may be so, or it was never asked, or there are no words of it, or no guide that asks for it is for the case. */
export const cellStates = ['counted', 'not_asked', 'no_source', 'outside_guide'] as const

/** What stands at the head of a row or a column. `key` is its address; `label` null: cases without the attribute. `filter` selects its codings, in text form. */
export type MatrixMember = Total & {
  readonly key: string
  readonly label: string | null
  /** What is known of it beside its label: the number of a question, the path of a code. */
  readonly detail: string
  readonly code: { id: number; key: string; tone: number; depth: number; path: string; retired: boolean; parentId: number | null; themeId: number } | null
  /** Of a member that is a case or a group of them. */
  readonly caseIds: readonly number[] | null
  readonly filter: string
  /** The denominator of its cases: `of` are those asked (or with a source); `within` those of them that have a quotation; `waiting` have one while their answers wait. */
  readonly base: { readonly basis: Basis; readonly of: number; readonly within: number; readonly waiting: number }
  /** All that is said there, where the matrix shows shares. */
  readonly said: number
}

/** A matrix as it was counted. Cells stand row by row; plain values, so that it can be made in a thread. */
export type Matrix = {
  readonly value: MatrixValue
  readonly rows: readonly MatrixMember[]
  readonly columns: readonly MatrixMember[]
  readonly cells: {
    readonly quotations: Uint32Array
    /** In the unit of the value. */
    readonly counted: Uint32Array
    /** All that is said there, where the matrix shows shares. */
    readonly said: Uint32Array
    /** Places in `cellStates`. */
    readonly states: Uint8Array
  }
  readonly total: Total & { readonly said: number }
  readonly addsUp: AddsUp
  /** Quotations that are in no row, and in no column: they count in the totals alone. */
  readonly outside: { readonly rows: number; readonly columns: number }
  /** Cases within the filter's bounds, and those of them that have a source. */
  readonly cases: number
  readonly withSource: number
}

/** Do the cells of every row add up to its total, and those of every column; and the totals to the whole? */
export type AddsUp = { readonly rows: boolean; readonly columns: boolean }

/** The unit in which a value is counted. */
export function unitOf(value: MatrixValue): keyof Total {
  return value === 'share' ? 'words' : value === 'binary' ? 'quotations' : value
}

/** Is the value a share (0 to 1) rather than a count? */
export function isShare(value: MatrixValue, of: MatrixOf): boolean {
  return value === 'share' || (of !== '' && value !== 'binary')
}

/** A place of the matrix: a row and a column by their numbers, -1 for the total of them. */
export type Place = { readonly row: number; readonly column: number }

/** What a matrix shows at a place: a count, a share from 0 to 1, or 1 and 0. */
export function valueAt(matrix: Matrix, of: MatrixOf, { row, column }: Place): number {
  const counted = countedAt(matrix, { row, column })
  if (matrix.value === 'binary') return counted > 0 ? 1 : 0
  if (!isShare(matrix.value, of)) return counted
  const whole = of === '' ? saidAt(matrix, { row, column }) : countedAt(matrix, wholeOf(of, { row, column }))
  return whole === 0 ? 0 : counted / whole
}

function wholeOf(of: MatrixOf, { row, column }: Place): Place {
  return { row: of === 'row' ? row : -1, column: of === 'column' ? column : -1 }
}

function countedAt({ value, rows, columns, cells, total }: Matrix, { row, column }: Place): number {
  const unit = unitOf(value)
  if (row < 0) return column < 0 ? total[unit] : columns[column]![unit]
  return column < 0 ? rows[row]![unit] : cells.counted[row * columns.length + column]!
}

function saidAt({ rows, columns, cells, total }: Matrix, { row, column }: Place): number {
  if (row < 0) return column < 0 ? total.said : columns[column]!.said
  return column < 0 ? rows[row]!.said : cells.said[row * columns.length + column]!
}

/**
 * Not so where something counts in several cells of a row, or in none. A theme counts its codes' quotations as well, so
 * that a column of a whole tree of codes is more than its total.
 */
export function addsUp({ value, rows, columns, cells, total }: Omit<Matrix, 'addsUp'>): AddsUp {
  const unit = unitOf(value)
  const along = new Uint32Array(rows.length)
  const down = new Uint32Array(columns.length)
  for (let row = 0, cell = 0; row < rows.length; row++)
    for (let column = 0; column < columns.length; column++, cell++) {
      along[row]! += cells.counted[cell]!
      down[column]! += cells.counted[cell]!
    }
  const whole = (members: readonly MatrixMember[]) => members.reduce((sum, member) => sum + member[unit], 0) === total[unit]
  return {
    rows: rows.every((row, at) => row[unit] === along[at]) && whole(columns),
    columns: columns.every((column, at) => column[unit] === down[at]) && whole(rows),
  }
}
