import { arrange } from '../domain/arrange-matrix.ts'
import { cellStates, type Matrix, type MatrixMember, type MatrixOf, type MatrixValue, matrixOfs, matrixValues, type Place, valueAt } from '../domain/matrix.ts'
import { cutsIn } from '../domain/numbers-in.ts'
import { Refusal } from '../domain/refusal.ts'
import type { TableCell } from '../domain/table.ts'
import type { Db } from '../storage/schema.ts'
import type { ExportInput } from './exports/export-input.ts'
import { coderIn } from './exports/veiling.ts'
import { readMatrix } from './matrix.ts'

/** A matrix as it is taken home: codes that were retired and never used are left out. */
export type TakenMatrix = { matrix: Matrix; of: MatrixOf; rows: readonly number[]; columns: readonly number[]; sides: { rows: string; columns: string } }

/**
 * Options: `rows` and `columns` (codes, themes, code:NAME, cases, attribute:NAME, sources, questions, coders, speakers),
 * `values` (quotations, codings, cases, sources, words, share, binary), `of` (row, column, total), `cuts` and `row-cuts`.
 * Refuses any other.
 */
export async function takeMatrix(db: Db, input: ExportInput): Promise<TakenMatrix> {
  const { project, filter, options } = input
  const value = (options['values'] || 'quotations') as MatrixValue
  const of = (options['of'] || '') as MatrixOf
  if (!matrixValues.includes(value)) throw new Refusal('invalid', 'refusal.matrix-value', { value, allowed: matrixValues.join(', ') })
  if (!matrixOfs.includes(of)) throw new Refusal('invalid', 'refusal.matrix-of', { of })
  const rows = options['rows'] || 'codes'
  const columns = options['columns'] || (/^(codes|themes|code:.*)$/.test(rows) ? 'cases' : 'codes')
  const cuts = { cuts: cutsIn(options['cuts'] ?? ''), rowCuts: cutsIn(options['row-cuts'] ?? '') }
  const read = await readMatrix(db, { projectId: project.id, filter, rows, columns, value, ...cuts })
  const matrix = { ...read, rows: called(input, rows, read.rows), columns: called(input, columns, read.columns) }
  const arranged = arrange(matrix, { of, sort: '', sortColumns: '', pinRows: [], pinColumns: [], hideEmpty: false })
  return { matrix, of, rows: arranged.rows, columns: arranged.columns, sides: { rows, columns } }
}

/** Coders by the names that they have in this export. */
function called(input: ExportInput, side: string, members: readonly MatrixMember[]): readonly MatrixMember[] {
  return side === 'coders' ? members.map((member) => ({ ...member, label: member.label && coderIn(input, member.label, member.label) })) : members
}

/** What a cell holds: a count, a share from 0 to 1, or why there is nothing: `not_asked`, `no_source`, `outside_guide`. */
export function cellAt({ matrix, of }: TakenMatrix, place: Place): TableCell {
  const number = valueAt(matrix, of, place)
  if (number !== 0 || place.row < 0 || place.column < 0) return number
  const state = cellStates[matrix.cells.states[place.row * matrix.columns.length + place.column]!]!
  return state === 'counted' ? 0 : state
}

/** The unit as a column is called by: `words`, or `words_of_row` where it is a share. */
export function unitName({ matrix, of }: Pick<TakenMatrix, 'matrix' | 'of'>): string {
  return of && matrix.value !== 'binary' ? `${matrix.value}_of_${of}` : matrix.value
}

/** A code by its whole path; those without a value by nothing. */
export function nameOf({ code, label }: MatrixMember): string {
  return code?.path ?? label ?? ''
}
