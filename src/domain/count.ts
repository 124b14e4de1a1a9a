import type { Attribution } from './attribution.ts'

/** A selected coding as counting needs it: quotation, code, source, start, end. */
export type CountedCoding = readonly [quotationId: number, codeId: number, sourceId: number, start: number, end: number]

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
 * has there. `codings` stand grouped by quotation.
 */
export function count(codings: readonly CountedCoding[], axes: Axes, attribution: Attribution): Tally {
  const sheet = new Sheet(axes)
  for (let from = 0, to = 0; from < codings.length; from = to) {
    for (to = from + 1; to < codings.length && codings[to]![0] === codings[from]![0]; ) to++
    sheet.add(codings, from, to, attribution)
  }
  return sheet.tally()
}

class Sheet {
  readonly axes: Axes
  readonly cells: Uint32Array
  readonly cellCodings: Uint32Array
  readonly rowQuotations: Uint32Array
  readonly rowCodings: Uint32Array
  readonly columnQuotations: Uint32Array
  readonly columnCodings: Uint32Array
  readonly rowCases: Set<number>[]
  readonly rowSources: Set<number>[]
  readonly columnSources: Set<number>[]
  readonly sources = new Set<number>()
  readonly cases = new Set<number>()
  readonly rowStamp: Uint32Array
  readonly columnStamp: Uint32Array
  quotations = 0
  codings = 0
  outside = 0

  constructor(axes: Axes) {
    this.axes = axes
    this.cells = new Uint32Array(axes.rows * axes.columns)
    this.cellCodings = new Uint32Array(axes.rows * axes.columns)
    this.rowQuotations = new Uint32Array(axes.rows)
    this.rowCodings = new Uint32Array(axes.rows)
    this.columnQuotations = new Uint32Array(axes.columns)
    this.columnCodings = new Uint32Array(axes.columns)
    this.rowStamp = new Uint32Array(axes.rows)
    this.columnStamp = new Uint32Array(axes.columns)
    this.rowCases = sets(axes.rows)
    this.rowSources = sets(axes.rows)
    this.columnSources = sets(axes.columns)
  }

  /** One quotation with all its selected codings. */
  add(codings: readonly CountedCoding[], from: number, to: number, attribution: Attribution): void {
    const [, , sourceId, start, end] = codings[from]!
    const cases = attribution.casesOf(sourceId, start, end).filter((id) => this.axes.columnOfCase.has(id))
    this.quotations++
    this.codings += to - from
    this.sources.add(sourceId)
    for (const id of cases) this.cases.add(id)
    const columns = this.columnsOf(cases)
    if (columns.length === 0) this.outside++
    for (const column of columns) {
      this.columnQuotations[column]!++
      this.columnCodings[column]! += to - from
      this.columnSources[column]!.add(sourceId)
    }
    for (let at = from; at < to; at++)
      for (const row of this.axes.rowsOfCode.get(codings[at]![1]) ?? []) {
        this.rowCodings[row]!++
        for (const column of columns) this.cellCodings[row * this.axes.columns + column]!++
        if (this.rowStamp[row] !== this.quotations) this.enter(row, sourceId, cases, columns)
      }
  }

  enter(row: number, sourceId: number, cases: readonly number[], columns: readonly number[]): void {
    this.rowStamp[row] = this.quotations
    this.rowQuotations[row]!++
    this.rowSources[row]!.add(sourceId)
    for (const id of cases) this.rowCases[row]!.add(id)
    for (const column of columns) this.cells[row * this.axes.columns + column]!++
  }

  columnsOf(cases: readonly number[]): number[] {
    const columns: number[] = []
    for (const id of cases) {
      const column = this.axes.columnOfCase.get(id)!
      if (this.columnStamp[column] === this.quotations) continue
      this.columnStamp[column] = this.quotations
      columns.push(column)
    }
    return columns
  }

  tally(): Tally {
    const { columns } = this.axes
    return {
      cells: this.rowCases.map((cases, row) => ({
        quotations: [...this.cells.subarray(row * columns, (row + 1) * columns)],
        codings: [...this.cellCodings.subarray(row * columns, (row + 1) * columns)],
        cases: this.byColumn(cases),
      })),
      rows: this.rowCases.map((cases, row) => ({
        quotations: this.rowQuotations[row]!,
        codings: this.rowCodings[row]!,
        cases: cases.size,
        sources: this.rowSources[row]!.size,
      })),
      columns: this.byColumn(this.cases).map((cases, column) => ({
        quotations: this.columnQuotations[column]!,
        codings: this.columnCodings[column]!,
        cases,
        sources: this.columnSources[column]!.size,
      })),
      total: { quotations: this.quotations, codings: this.codings, cases: this.cases.size, sources: this.sources.size },
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

function sets(length: number): Set<number>[] {
  return Array.from({ length }, () => new Set())
}
