import type { Attribution } from './attribution.ts'
import type { SpokenWords } from './spoken-words.ts'
import { type CountedCodings, type Total, tally } from './tally.ts'

export { CODE, type CountedCodings, WIDTH } from './tally.ts'

/** Codes against cases: a code counts in its own row and in those above it, a case in one column. Cases in no column count for nothing. */
export type Axes = {
  readonly rows: number
  readonly rowsOfCode: ReadonlyMap<number, readonly number[]>
  readonly columns: number
  readonly columnOfCase: ReadonlyMap<number, number>
}
type Count = Total
type CodeTally = {
  /** Row by row. */
  readonly cells: readonly { readonly [C in 'quotations' | 'codings' | 'cases' | 'words']: readonly number[] }[]
  readonly rows: readonly Count[]
  readonly columns: readonly Count[]
  readonly total: Count
  /** Quotations that count for no case with a column. */
  readonly outside: number
  /** Cases with a quotation in the row. */
  readonly casesOfRow: readonly ReadonlySet<number>[]
}

/** Codes by cases, by the one engine, as rows of plain numbers. Without `words` none are counted: 0. */
export function count(codings: CountedCodings, axes: Axes, attribution: Attribution, words?: SpokenWords): CodeTally {
  const { rows, columns, rowsOfCode, columnOfCase } = axes
  const caseIds = [...columnOfCase.keys()]
  const cases = new Map(caseIds.map((id, at) => [id, at]))
  const sides = { rows: { by: 'code', size: rows, membersOf: rowsOfCode }, columns: { by: 'case', size: columns, memberOf: columnOfCase } } as const
  const { cells, total, outside, hasCase, ...sums } = tally(codings, { ...sides, cases, attribution, words })
  const row = (of: Uint32Array, at: number) => [...of.subarray(at * columns, (at + 1) * columns)]
  const sum = (side: 'rows' | 'columns') => (at: number) => ({
    quotations: sums[side].quotations[at]!,
    codings: sums[side].codings[at]!,
    cases: sums[side].cases[at]!,
    sources: sums[side].sources[at]!,
    words: sums[side].words[at] ?? 0,
  })
  const numbers = Array.from({ length: rows }, (_, at) => at)
  return {
    cells: numbers.map((at) => ({
      quotations: row(cells.quotations, at),
      codings: row(cells.codings, at),
      cases: row(cells.cases, at),
      words: row(cells.words, at),
    })),
    rows: numbers.map(sum('rows')),
    columns: Array.from({ length: columns }, (_, at) => at).map(sum('columns')),
    total,
    outside: outside.columns,
    casesOfRow: numbers.map((at) => new Set(caseIds.filter((id) => hasCase('rows', at, id)))),
  }
}
