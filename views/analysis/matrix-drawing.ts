import type { Arranged } from '../../src/domain/arrange-matrix.ts'
import { type Heat, stepsFor } from '../../src/domain/heat.ts'
import { isShare, type Matrix, type MatrixMember, type MatrixOf, type Place, valueAt } from '../../src/domain/matrix.ts'
import type { Window } from '../../src/domain/matrix-window.ts'
import type { Reader } from '../layout/reader.ts'
import { type MatrixWishes, matrixAddress, wishesQuery } from './matrix-address.ts'

/** A matrix as it is shown: what was counted, in which order, which part of it, which cell stands open, and which cells of a code and a case (CODE.CASE) have a memo. */
export type ShownMatrix = {
  readonly matrix: Matrix
  readonly arranged: Arranged
  readonly window: Window
  readonly open: string | undefined
  readonly noted: ReadonlySet<string>
}

/** What the parts of the table draw with. */
export class MatrixDrawing {
  readonly slug: string
  readonly wishes: MatrixWishes
  readonly shown: ShownMatrix
  readonly reader: Reader
  readonly steps: Heat
  readonly of: MatrixOf
  readonly isShare: boolean
  readonly #query: string

  constructor(slug: string, wishes: MatrixWishes, shown: ShownMatrix, reader: Reader) {
    this.slug = slug
    this.wishes = wishes
    this.shown = shown
    this.reader = reader
    this.of = wishes.of
    this.isShare = isShare(shown.matrix.value, wishes.of)
    this.#query = wishesQuery(wishes)
    this.steps = stepsFor([this.#hottest()])
  }

  member(side: 'rows' | 'columns', place: number): MatrixMember {
    return this.shown.matrix[side][this.shown.arranged[side][place]!]!
  }

  /** Where the cell of two places (past the last for totals) stands in the matrix. */
  placeOf(row: number, column: number): Place {
    const { rows, columns } = this.shown.arranged
    return { row: rows[row] ?? -1, column: columns[column] ?? -1 }
  }

  /** A count or a share as it is written. */
  written(place: Place): string {
    const value = valueAt(this.shown.matrix, this.of, place)
    return this.isShare ? this.reader.percent(value) : this.reader.number(value)
  }

  /** Counts, and shares in percent, for the steps of heat. */
  heatAt(place: Place): number {
    const value = valueAt(this.shown.matrix, this.of, place)
    return this.isShare ? (value > 0 ? Math.max(1, Math.round(value * 100)) : 0) : value
  }

  quotationsAt({ row, column }: Place): number {
    const { rows, columns, cells, total } = this.shown.matrix
    if (row < 0) return column < 0 ? total.quotations : columns[column]!.quotations
    return column < 0 ? rows[row]!.quotations : cells.quotations[row * columns.length + column]!
  }

  /** The address of a cell, as in `cell=`. */
  keyOf({ row, column }: Place): string {
    const { rows, columns } = this.shown.matrix
    return `${row < 0 ? 'all' : rows[row]!.key}.${column < 0 ? 'all' : columns[column]!.key}`
  }

  /** The code and the case of a cell that is of one of each, whichever way the matrix is turned. Only such a cell has memos. */
  findingAt({ row, column }: Place): { codeId: number; caseId: number } | undefined {
    const sides = [this.shown.matrix.rows[row], this.shown.matrix.columns[column]]
    const code = sides.find((member) => member?.code)?.code
    const one = sides.find((member) => member?.caseIds && !isGroup(member))
    return code && one ? { codeId: code.id, caseId: one.caseIds![0]! } : undefined
  }

  isNoted(place: Place): boolean {
    const cell = this.shown.noted.size > 0 ? this.findingAt(place) : undefined
    return cell !== undefined && this.shown.noted.has(`${cell.codeId}.${cell.caseId}`)
  }

  /** Whether a cell is of a code and a group of cases, and so has no memo of its own. */
  isOfGroup({ row, column }: Place): boolean {
    const sides = [this.shown.matrix.rows[row], this.shown.matrix.columns[column]]
    return sides.some((member) => member?.code) && sides.some((member) => member && isGroup(member))
  }

  nameOf(member: MatrixMember): string {
    if (member.label === null) return this.reader.say('matrix.no-value')
    return this.isOfCoders(member) ? this.reader.coderName(member.label) : member.label || this.reader.say('matrix.no-name')
  }

  isOfCoders(member: MatrixMember): boolean {
    return /^coder:/.test(member.filter)
  }

  /** The address of the page with a cell open, from the page itself: there are many of them. */
  cellAddress(key: string): string {
    return `?${this.#query}${this.#query && '&'}cell=${key}`
  }

  address(changes: Partial<MatrixWishes>, cell?: string): string {
    return matrixAddress(this.slug, this.wishes, changes, cell)
  }

  #hottest(): number {
    const { rows, columns } = this.shown.arranged
    let most = 0
    for (const row of rows) for (const column of columns) most = Math.max(most, this.heatAt({ row, column }))
    return most
  }
}

/** A group has an address of its own; that of a case is its id. */
function isGroup({ key, caseIds }: MatrixMember): boolean {
  return caseIds !== null && key.startsWith('g')
}
