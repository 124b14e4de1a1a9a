import { CODE, type CountedCodings, WIDTH } from './count.ts'
import type { Span } from './span.ts'
import { END, type ReachOf, type RowsAt, SOURCE, START, type Stretches, sourcesIn, stretchesOf } from './stretches.ts'

/**
 * How two codes stand together. `overlap`: they share a stretch of text. `inside`: a quotation of the first lies wholly under the
 * second. `paragraph`, `answer`: both touch it. `near`: their stretches follow each other with at most so many words between.
 */
export const relations = ['overlap', 'inside', 'paragraph', 'answer', 'near'] as const
export type Relation = (typeof relations)[number]
/** Words between at most, where nearness is asked for. */
export const MOST_WORDS_BETWEEN = 200

/** What the texts say: the paragraphs or answers that a stretch touches, numbered over the whole project (and, of paragraphs, where they lie), and what is near. */
export type Ground = { placesOf(sourceId: number, start: number, end: number): readonly number[]; spanOf?(place: number): Span; reachOf: ReachOf }
/**
 * Passages in which each two rows stand together, row by row; 0 for a row with itself. Symmetric but for `inside`, where the
 * row's quotations lie under the column's code. `quotations`: distinct quotations of each row.
 */
export type Together = { readonly rows: number; readonly counts: Uint32Array; readonly quotations: Uint32Array }
type Axis = { readonly rows: number; readonly rowsOfCode: ReadonlyMap<number, readonly number[]> }

/**
 * Count the passages of every two rows, in one sweep over each source. `rowsOfCode`: the rows that a code counts in, its own and
 * those above it. A row's words are the union of its quotations: two coders who mean the same passage make one.
 */
export function countTogether(codings: CountedCodings, axis: Axis, relation: Relation, ground: Ground): Together {
  const table: Together = { rows: axis.rows, counts: new Uint32Array(axis.rows * axis.rows), quotations: new Uint32Array(axis.rows) }
  const rowsAt: RowsAt = (at) => axis.rowsOfCode.get(codings[at + CODE]!) ?? NONE
  eachQuotation(codings, [0, codings.length], rowsAt, axis.rows, (_, rows) => {
    for (const row of rows) table.quotations[row]!++
  })
  if (relation === 'paragraph' || relation === 'answer') countPlaces(codings, rowsAt, ground, table)
  else
    for (const source of sourcesIn(codings)) {
      const stretches = stretchesOf(codings, source, rowsAt, relation === 'near' ? ground.reachOf : undefined)
      if (relation === 'inside') countInside(codings, source, rowsAt, stretches, table)
      else if (relation === 'near') countChains(stretches, table)
      else countMeetings(stretches, table)
    }
  return table
}
const NONE: readonly number[] = []

/** Each quotation once, by the place of its first coding, with the distinct rows of its codings. */
function eachQuotation(
  codings: CountedCodings,
  [from, to]: readonly [number, number],
  rowsAt: RowsAt,
  size: number,
  meet: (at: number, rows: readonly number[]) => void,
): void {
  const newest = new Uint32Array(size)
  for (let first = from, at = from; first < to; first = at) {
    const rows: number[] = []
    for (; at < to && codings[at] === codings[first]; at += WIDTH)
      for (const row of rowsAt(at)) {
        if (newest[row] === codings[at]) continue
        newest[row] = codings[at]!
        rows.push(row)
      }
    meet(first, rows)
  }
}

/** Stretches that share text. Two of different rows share one piece of it at most: each such piece is a passage. */
function countMeetings({ rows, starts, limits }: Stretches, { rows: size, counts }: Together): void {
  const open: number[] = []
  for (let one = 0; one < rows.length; one++) {
    let kept = 0
    for (const other of open) {
      if (limits[other]! <= starts[one]!) continue
      open[kept++] = other
      counts[rows[one]! * size + rows[other]!]!++
      counts[rows[other]! * size + rows[one]!]!++
    }
    open.length = kept
    open.push(one)
  }
}

/**
 * Stretches that are near. A chain of two rows counts once: where a stretch meets an open one of another row that none of its
 * own row has met. The one before it in its row is the only one that could have.
 */
function countChains({ rows, starts, limits }: Stretches, { rows: size, counts }: Together): void {
  const open: number[] = []
  const before = new Map<number, number>()
  for (let one = 0; one < rows.length; one++) {
    const row = rows[one]!
    const reached = limits[before.get(row) ?? -1] ?? -1
    let kept = 0
    for (const other of open) {
      if (limits[other]! < starts[one]!) continue
      open[kept++] = other
      if (reached >= starts[other]!) continue
      counts[row * size + rows[other]!]!++
      counts[rows[other]! * size + row]!++
    }
    open.length = kept
    open.push(one)
    before.set(row, one)
  }
}

/** Quotations of one source under the stretches of other rows. */
function countInside(
  codings: CountedCodings,
  source: readonly [number, number],
  rowsAt: RowsAt,
  { rows: rowOf, starts, ends }: Stretches,
  table: Together,
): void {
  const { rows: size, counts } = table
  let open: number[] = []
  let next = 0
  eachQuotation(codings, source, rowsAt, size, (at, rows) => {
    const [start, end] = [codings[at + START]!, codings[at + END]!]
    open = open.filter((stretch) => ends[stretch]! > start)
    for (; next < rowOf.length && starts[next]! <= start; next++) if (ends[next]! > start) open.push(next)
    for (const stretch of open) {
      if (ends[stretch]! < end) continue
      for (const row of rows) if (row !== rowOf[stretch]) counts[row * size + rowOf[stretch]!]!++
    }
  })
}

/** Paragraphs or answers that two rows touch. */
function countPlaces(codings: CountedCodings, rowsAt: RowsAt, ground: Ground, { rows: size, counts }: Together): void {
  const held = new Map<number, Set<number>>()
  eachQuotation(codings, [0, codings.length], rowsAt, size, (at, rows) => {
    for (const place of ground.placesOf(codings[at + SOURCE]!, codings[at + START]!, codings[at + END]!)) {
      const there = held.get(place)
      if (!there) held.set(place, new Set(rows))
      else for (const row of rows) there.add(row)
    }
  })
  for (const there of held.values()) for (const row of there) for (const other of there) if (row !== other) counts[row * size + other]!++
}
