import { type CountedCodings, WIDTH } from './count.ts'

/** Where a counted coding tells its source, its start and its end. */
export const SOURCE = 2
export const START = 3
export const END = 4

/**
 * The stretches of rows in one source, in the order of their starts: a row's quotations put together where they touch, so that
 * stretches of one row never meet. `limits`: to where a stretch counts, its end or, where nearness is asked for, beyond it.
 */
export type Stretches = { readonly rows: number[]; readonly starts: number[]; readonly ends: number[]; readonly limits: number[] }
/** The rows that the coding at this place counts in. */
export type RowsAt = (at: number) => readonly number[]
/** Up to where a next stretch is near one that ends here. */
export type ReachOf = (sourceId: number, end: number) => number

/** Where the codings of each source begin and end. */
export function* sourcesIn(codings: CountedCodings): Generator<[from: number, to: number]> {
  for (let from = 0, to = 0; from < codings.length; from = to) {
    while (to < codings.length && codings[to + SOURCE] === codings[from + SOURCE]) to += WIDTH
    yield [from, to]
  }
}

/** The stretches of the codings of one source; `reachOf` where those that are near go together as well. */
export function stretchesOf(codings: CountedCodings, [from, to]: readonly [number, number], rowsAt: RowsAt, reachOf?: ReachOf): Stretches {
  const made: Stretches = { rows: [], starts: [], ends: [], limits: [] }
  const newest = new Map<number, number>()
  let limit = 0
  for (let at = from; at < to; at += WIDTH) {
    const [start, end] = [codings[at + START]!, codings[at + END]!]
    if (at === from || codings[at] !== codings[at - WIDTH]) limit = reachOf?.(codings[at + SOURCE]!, end) ?? end
    for (const row of rowsAt(at)) {
      const one = newest.get(row)
      if (one !== undefined && start <= made.limits[one]!) {
        made.ends[one] = Math.max(made.ends[one]!, end)
        made.limits[one] = Math.max(made.limits[one]!, limit)
      } else newest.set(row, begin(made, row, { start, end, limit }))
    }
  }
  return made
}

function begin(made: Stretches, row: number, { start, end, limit }: { start: number; end: number; limit: number }): number {
  made.starts.push(start)
  made.ends.push(end)
  made.limits.push(limit)
  return made.rows.push(row) - 1
}
