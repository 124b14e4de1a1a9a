import type { Attribution } from './attribution.ts'
import { touches } from './attribution.ts'
import type { Axis } from './axis.ts'
import { Distinct, DistinctAnywhere } from './distinct.ts'
import type { SpokenWords } from './spoken-words.ts'
import { TallyWords } from './tally-words.ts'

/** Selected codings as counting needs them, WIDTH numbers each: quotation, code, source, start, end, coder. By source and as its text goes, those of one quotation beside each other. */
export type CountedCodings = Uint32Array
export const CODE = 1
export const SOURCE = 2
const START = 3
const END = 4
const CODER = 5
export const WIDTH = 6

/** What is counted: distinct quotations, cases and sources; codings, which are rows of their own; and words, each once however many quotations lie on it. */
type Counted = 'quotations' | 'codings' | 'cases' | 'sources' | 'words'
export type Counts = Readonly<Record<Counted, Uint32Array>>
export type Total = Record<Counted, number>

/**
 * What is counted against what. `cases`: those that may be counted, by which a case is numbered from 0. Without `words` none
 * are counted. `inCells`: what the cells count beside quotations, if they need not count all of it.
 */
export type Sheet = {
  readonly rows: Axis
  readonly columns: Axis
  readonly cases: ReadonlyMap<number, number>
  readonly attribution: Attribution
  readonly words?: SpokenWords | undefined
  readonly inCells?: Counted
}
/** Cells row by row. A quotation counts once in each cell, row and column that it belongs to and once in the whole; `outside` are those in no row or no column. */
export type Tally = {
  readonly cells: Counts
  readonly rows: Counts
  readonly columns: Counts
  readonly total: Total
  readonly outside: { readonly rows: number; readonly columns: number }
  readonly hasCase: (side: 'rows' | 'columns', member: number, caseId: number) => boolean
}

/** The one counting engine. */
export function tally(codings: CountedCodings, sheet: Sheet): Tally {
  const counting = new Counting(sheet)
  for (let from = 0, to = 0; from < codings.length; from = to) {
    for (to = from + WIDTH; to < codings.length && codings[to] === codings[from]; ) to += WIDTH
    counting.add(codings, from, to)
  }
  return counting.tally()
}

const NONE: readonly number[] = []

/** One kind of place: cells, rows, columns or the whole. Of many cells each count is memory far apart, so what nobody asks for is null. */
class Board {
  readonly quotations: Distinct
  readonly codings: Uint32Array | null
  readonly sources: Distinct | null
  readonly cases: DistinctAnywhere | null

  constructor(places: number, cases: number, only?: Counted) {
    const counts = (counted: Counted) => only === undefined || only === counted
    this.quotations = new Distinct(places)
    this.codings = counts('codings') ? new Uint32Array(places) : null
    this.sources = counts('sources') ? new Distinct(places) : null
    this.cases = counts('cases') ? new DistinctAnywhere(places, cases) : null
  }

  counts(words: Uint32Array = NO_COUNTS): Counts {
    const { quotations, codings, sources, cases } = this
    return { quotations: quotations.counts, codings: codings ?? NO_COUNTS, sources: sources?.counts ?? NO_COUNTS, cases: cases?.counts ?? NO_COUNTS, words }
  }
}
const NO_COUNTS = new Uint32Array()

class Counting {
  readonly sheet: Sheet
  readonly cells: Board
  readonly rows: Board
  readonly columns: Board
  readonly whole: Board
  readonly words: TallyWords | undefined
  outsideRows = 0
  outsideColumns = 0
  // Of the quotation at hand: itself, and the cases that it counts for (of those that may be counted).
  #quotation = 0
  #said: readonly number[] | null = null
  #source = 0
  #start = 0
  #end = 0
  #cases: { numbers: readonly number[]; rows: readonly number[] | null; columns: readonly number[] | null } = { numbers: NONE, rows: null, columns: null }

  constructor(sheet: Sheet) {
    const { rows, columns, cases, inCells } = sheet
    this.sheet = sheet
    this.cells = new Board(rows.size * columns.size, cases.size, inCells)
    this.rows = new Board(rows.size, cases.size)
    this.columns = new Board(columns.size, cases.size)
    this.whole = new Board(1, cases.size)
    this.words = sheet.words && new TallyWords(sheet.words, sheet)
  }

  /** One quotation with all its selected codings. */
  add(codings: CountedCodings, from: number, to: number): void {
    const { rows, columns } = this.sheet
    this.#quotation = codings[from]!
    this.#source = codings[from + SOURCE]!
    this.#start = codings[from + START]!
    this.#end = codings[from + END]!
    this.#readCases()
    this.words?.open(this.#source, this.#start, this.#end)
    const ofRows = this.#membersOfQuotation(rows, this.#cases.rows)
    const ofColumns = this.#membersOfQuotation(columns, this.#cases.columns)
    const pairs = rows.by === 'case' && columns.by === 'case' ? this.#pairs(columns.size) : null
    this.#meet(this.whole, 0, -1, -1)
    if (this.whole.codings) this.whole.codings[0]! += (to - from) / WIDTH - 1
    let hasRow = false
    let hasColumn = false
    for (let at = from; at < to; at += WIDTH) {
      const inRows = ofRows ?? membersOfCoding(rows, codings, at)
      const inColumns = ofColumns ?? membersOfCoding(columns, codings, at)
      hasRow ||= inRows.length > 0
      hasColumn ||= inColumns.length > 0
      this.#addCoding(inRows, inColumns, pairs)
    }
    if (!hasRow) this.outsideRows++
    if (!hasColumn) this.outsideColumns++
  }

  #addCoding(inRows: readonly number[], inColumns: readonly number[], pairs: readonly number[] | null): void {
    for (const row of inRows) this.#meet(this.rows, row, row, -1)
    for (const column of inColumns) this.#meet(this.columns, column, -1, column)
    const width = this.sheet.columns.size
    if (pairs) for (const cell of pairs) this.#meet(this.cells, cell, Math.floor(cell / width), cell % width)
    else for (const row of inRows) for (const column of inColumns) this.#meet(this.cells, row * width + column, row, column)
  }

  /** A coding of the quotation at hand belongs to a place. Of a row or a column of cases, only its own cases. */
  #meet(board: Board, place: number, row: number, column: number): void {
    if (board.codings) board.codings[place]!++
    if (!board.quotations.meet(place, this.#quotation)) return
    board.sources?.meet(place, this.#source)
    if (board.cases) this.#meetCases(board.cases, place, row, column)
    this.words?.meet(row, column)
  }

  #meetCases(met: DistinctAnywhere, place: number, row: number, column: number): void {
    const { numbers, rows, columns } = this.#cases
    for (let at = 0; at < numbers.length; at++)
      if ((row < 0 || !rows || rows[at] === row) && (column < 0 || !columns || columns[at] === column)) met.meet(place, numbers[at]!)
  }

  /** The cases of the quotation at hand: their numbers, and where they stand on a side that is of cases. */
  #readCases(): void {
    const { attribution, cases, rows, columns } = this.sheet
    const said = attribution.casesOf(this.#source, this.#start, this.#end)
    if (said === this.#said) return
    this.#said = said
    const ids: number[] = []
    const numbers: number[] = []
    for (const id of said) {
      const number = cases.get(id)
      if (number === undefined) continue
      ids.push(id)
      numbers.push(number)
    }
    this.#cases = { numbers, rows: membersOfCases(rows, ids), columns: membersOfCases(columns, ids) }
  }

  /** Null where the codings of one quotation may differ. */
  #membersOfQuotation(axis: Axis, ofCases: readonly number[] | null): readonly number[] | null {
    if (axis.by === 'code' || axis.by === 'coder') return null
    if (axis.by === 'source') return axis.membersOf.get(this.#source) ?? NONE
    if (axis.by === 'case') return ofCases!.length > 1 ? [...new Set(ofCases)].filter((member) => member >= 0) : ofCases![0]! >= 0 ? ofCases : NONE
    const places = axis.placesIn.get(this.#source)
    return places ? places.filter(({ spans }) => touches(spans, this.#start, this.#end)).map(({ member }) => member) : NONE
  }

  /** Where both sides are of cases, a cell is of those that are in its row and in its column. */
  #pairs(width: number): number[] {
    const { numbers, rows, columns } = this.#cases
    const cells = numbers.flatMap((_, at) => (rows![at]! >= 0 && columns![at]! >= 0 ? [rows![at]! * width + columns![at]!] : []))
    return [...new Set(cells)]
  }

  tally(): Tally {
    const { cases } = this.sheet
    const whole = this.whole.counts(this.words?.whole)
    const of = (counted: Counted) => whole[counted][0] ?? 0
    return {
      cells: this.cells.counts(this.words?.cells),
      rows: this.rows.counts(this.words?.rows),
      columns: this.columns.counts(this.words?.columns),
      total: { quotations: of('quotations'), codings: of('codings'), cases: of('cases'), sources: of('sources'), words: of('words') },
      outside: { rows: this.outsideRows, columns: this.outsideColumns },
      hasCase: (side, member, caseId) => {
        const number = cases.get(caseId)
        return number !== undefined && this[side].cases!.has(member, number)
      },
    }
  }
}

/** Where cases stand on a side: -1 is nowhere. Null where the side is not of cases. */
function membersOfCases(axis: Axis, caseIds: readonly number[]): readonly number[] | null {
  return axis.by === 'case' ? caseIds.map((id) => axis.memberOf.get(id) ?? -1) : null
}

function membersOfCoding(axis: Axis, codings: CountedCodings, at: number): readonly number[] {
  if (axis.by === 'code') return axis.membersOf.get(codings[at + CODE]!) ?? NONE
  return axis.by === 'coder' ? (axis.membersOf.get(codings[at + CODER]!) ?? NONE) : NONE
}
