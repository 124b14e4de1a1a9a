import type { Attribution } from './attribution.ts'

/** Selected codings as counting needs them, WIDTH numbers each: quotation, code, source, start, end. By source, those of one quotation beside each other. */
export type CountedCodings = Uint32Array
export const CODE = 1
const SOURCE = 2
const START = 3
const END = 4
export const WIDTH = 5

/** What is counted against what: a code counts in its own row and in those above it, a case in one column. Cases in no column count in the totals alone. */
export type Axes = {
  readonly rows: number
  readonly rowsOfCode: ReadonlyMap<number, readonly number[]>
  readonly columns: number
  readonly columnOfCase: ReadonlyMap<number, number>
}

/** Distinct quotations, distinct cases (of those with a column), distinct sources; and codings, which are rows of their own. */
export type Count = { quotations: number; codings: number; cases: number; sources: number }
export type Tally = {
  /** Row by row. */
  readonly cells: readonly { readonly quotations: readonly number[]; readonly codings: readonly number[]; readonly cases: readonly number[] }[]
  readonly rows: readonly Count[]
  readonly columns: readonly Count[]
  readonly total: Count
  /** Quotations that count for no case with a column. */
  readonly outside: number
  /** Cases with a quotation in the row. */
  readonly casesOfRow: readonly ReadonlySet<number>[]
}

/**
 * The one counting engine. Each quotation counts once in a cell, a row, a column and the whole, however many codings it
 * has there.
 */
export function count(codings: CountedCodings, axes: Axes, attribution: Attribution): Tally {
  const sheet = new Sheet(axes)
  for (let from = 0, to = 0; from < codings.length; from = to) {
    for (to = from + WIDTH; to < codings.length && codings[to] === codings[from]; ) to += WIDTH
    sheet.add(codings, from, to, attribution)
  }
  return sheet.tally()
}

/** How many distinct ids each of some places has met, where equal ids come one after another. */
class Distinct {
  readonly counts: Uint32Array
  readonly last: Uint32Array

  constructor(places: number) {
    this.counts = new Uint32Array(places)
    this.last = new Uint32Array(places)
  }

  /** @returns whether the place had not met this id. */
  meet(place: number, id: number): boolean {
    if (this.last[place] === id) return false
    this.last[place] = id
    this.counts[place]!++
    return true
  }
}

class Sheet {
  readonly axes: Axes
  readonly cells: Distinct
  readonly cellCodings: Uint32Array
  readonly rowQuotations: Distinct
  readonly rowCodings: Uint32Array
  readonly rowSources: Distinct
  readonly rowCases: Set<number>[]
  readonly columnQuotations: Distinct
  readonly columnCodings: Uint32Array
  readonly columnSources: Distinct
  readonly sources = new Distinct(1)
  readonly cases = new Set<number>()
  quotations = 0
  codings = 0
  outside = 0

  constructor(axes: Axes) {
    this.axes = axes
    this.cells = new Distinct(axes.rows * axes.columns)
    this.cellCodings = new Uint32Array(axes.rows * axes.columns)
    this.rowQuotations = new Distinct(axes.rows)
    this.rowCodings = new Uint32Array(axes.rows)
    this.rowSources = new Distinct(axes.rows)
    this.rowCases = Array.from({ length: axes.rows }, () => new Set())
    this.columnQuotations = new Distinct(axes.columns)
    this.columnCodings = new Uint32Array(axes.columns)
    this.columnSources = new Distinct(axes.columns)
  }

  /** One quotation with all its selected codings. */
  add(codings: CountedCodings, from: number, to: number, attribution: Attribution): void {
    const quotationId = codings[from]!
    const sourceId = codings[from + SOURCE]!
    const cases = attribution.casesOf(sourceId, codings[from + START]!, codings[from + END]!).filter((id) => this.axes.columnOfCase.has(id))
    this.quotations++
    this.codings += (to - from) / WIDTH
    this.sources.meet(0, sourceId)
    const columns: number[] = []
    for (const id of cases) {
      this.cases.add(id)
      const column = this.axes.columnOfCase.get(id)!
      if (this.columnQuotations.meet(column, quotationId)) columns.push(column)
    }
    if (columns.length === 0) this.outside++
    for (const column of columns) {
      this.columnCodings[column]! += (to - from) / WIDTH
      this.columnSources.meet(column, sourceId)
    }
    for (let at = from; at < to; at += WIDTH)
      for (const row of this.axes.rowsOfCode.get(codings[at + CODE]!) ?? []) this.addToRow(row, quotationId, sourceId, cases, columns)
  }

  addToRow(row: number, quotationId: number, sourceId: number, cases: readonly number[], columns: readonly number[]): void {
    this.rowCodings[row]!++
    this.rowSources.meet(row, sourceId)
    if (this.rowQuotations.meet(row, quotationId)) for (const id of cases) this.rowCases[row]!.add(id)
    for (const column of columns) {
      const cell = row * this.axes.columns + column
      this.cellCodings[cell]!++
      this.cells.meet(cell, quotationId)
    }
  }

  tally(): Tally {
    const { columns } = this.axes
    return {
      cells: this.rowCases.map((cases, row) => ({
        quotations: [...this.cells.counts.subarray(row * columns, (row + 1) * columns)],
        codings: [...this.cellCodings.subarray(row * columns, (row + 1) * columns)],
        cases: this.byColumn(cases),
      })),
      rows: this.rowCases.map((cases, row) => ({
        quotations: this.rowQuotations.counts[row]!,
        codings: this.rowCodings[row]!,
        cases: cases.size,
        sources: this.rowSources.counts[row]!,
      })),
      columns: this.byColumn(this.cases).map((cases, column) => ({
        quotations: this.columnQuotations.counts[column]!,
        codings: this.columnCodings[column]!,
        cases,
        sources: this.columnSources.counts[column]!,
      })),
      total: { quotations: this.quotations, codings: this.codings, cases: this.cases.size, sources: this.sources.counts[0]! },
      outside: this.outside,
      casesOfRow: this.rowCases,
    }
  }

  byColumn(cases: ReadonlySet<number>): number[] {
    const counts = new Array<number>(this.axes.columns).fill(0)
    for (const id of cases) counts[this.axes.columnOfCase.get(id)!]!++
    return counts
  }
}
