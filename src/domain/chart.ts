import type { CasePart } from './case-parts.ts'
import type { Drawing } from './drawing.ts'
import type { TableCell } from './table.ts'

/** Charts for a report, by the names that they have on the command line too. */
export const chartNames = ['bars', 'states', 'heat'] as const
export type ChartName = (typeof chartNames)[number]

/** What a number opens: the quotations or the cases that a filter selects, and of which part of a code's cases that is, to be told there. */
export type ChartLink = { readonly page: 'quotations' | 'cases-behind'; readonly filter: string; readonly of?: PartOfCode | undefined }
export type PartOfCode = { readonly codeId: number; readonly part: CasePart }
/** A number of the table below a chart. */
export type ChartCell = { readonly value: TableCell; readonly opens?: ChartLink | undefined }
/** A chart with the same in numbers. `links`: what stands in the picture under each name that it opens by. `columns` are names for programs, `heads` for people. */
export type Chart = {
  readonly name: ChartName
  readonly title: string
  /** What it rests on, with its n. */
  readonly base: string
  readonly description: string
  readonly drawings: { readonly wide: Drawing; readonly narrow: Drawing }
  readonly columns: readonly string[]
  readonly heads: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
  readonly links: ReadonlyMap<string, ChartLink>
}
