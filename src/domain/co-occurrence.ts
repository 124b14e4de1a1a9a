import { CODE, type CountedCodings, END, SOURCE, START, WIDTH } from './count.ts'
import type { Span } from './span.ts'
import { type ReachOf, type RowsAt, type Stretches, sourcesIn, stretchesOf } from './stretches.ts'

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
  const rowsAt: RowsAt = (at) => axis.rowsOfCode.get(codings[at + CODE]!) ?? []
  for (const { rows } of quotationRows(codings, rowsAt)) for (const row of rows) table.quotations[row]!++
  if (relation === 'paragraph' || relation === 'answer') countPlaces(codings, rowsAt, ground, table)
  else
    for (const source of sourcesIn(codings)) {
      const stretches = stretchesOf(codings, source, rowsAt, relation === 'near' ? ground.reachOf : undefined)
      if (relation === 'inside') countInside(codings.subarray(...source), (at) => rowsAt(at + source[0]), stretches, table)
      else countMeetings(stretches, relation === 'near', table)
    }
  return table
}

/** Each quotation once, with the distinct rows of its codings. */
function* quotationRows(codings: CountedCodings, rowsAt: RowsAt): Generator<{ at: number; rows: ReadonlySet<number> }> {
  for (let from = 0, to = 0; from < codings.length; from = to) {
    const rows = new Set<number>()
    for (; to < codings.length && codings[to] === codings[from]; to += WIDTH) for (const row of rowsAt(to)) rows.add(row)
    yield { at: from, rows }
  }
}

/** Stretches that meet. Two of different rows share one stretch at most; of near ones a chain counts once, when it first holds both. */
function countMeetings({ rows, starts, limits }: Stretches, near: boolean, { rows: size, counts }: Together): void {
  let open: number[] = []
  const met = new Map<number, Set<number>>()
  for (let one = 0; one < rows.length; one++) {
    const start = starts[one]!
    open = open.filter((other) => (near ? limits[other]! >= start : limits[other]! > start))
    for (const other of open) {
      const [row, with_] = [rows[one]!, rows[other]!]
      if (near && meets(met, other, row)) meets(met, one, with_)
      else {
        if (near) meets(met, one, with_)
        counts[row * size + with_]!++
        counts[with_ * size + row]!++
      }
    }
    open.push(one)
  }
}

/** Note that a stretch has met one of this row. @returns whether it had before */
function meets(met: Map<number, Set<number>>, stretch: number, row: number): boolean {
  const known = met.get(stretch)
  if (known?.has(row)) return true
  if (known) known.add(row)
  else met.set(stretch, new Set([row]))
  return false
}

/** Quotations of one source under the stretches of other rows. */
function countInside(codings: CountedCodings, rowsAt: RowsAt, { rows: rowOf, starts, ends }: Stretches, { rows: size, counts }: Together): void {
  let open: number[] = []
  let next = 0
  for (const { at, rows } of quotationRows(codings, rowsAt)) {
    const [start, end] = [codings[at + START]!, codings[at + END]!]
    open = open.filter((stretch) => ends[stretch]! > start)
    for (; next < rowOf.length && starts[next]! <= start; next++) if (ends[next]! > start) open.push(next)
    for (const stretch of open) {
      if (ends[stretch]! < end) continue
      for (const row of rows) if (row !== rowOf[stretch]) counts[row * size + rowOf[stretch]!]!++
    }
  }
}

/** Paragraphs or answers that two rows touch. */
function countPlaces(codings: CountedCodings, rowsAt: RowsAt, ground: Ground, { rows: size, counts }: Together): void {
  const held = new Map<number, Set<number>>()
  for (const { at, rows } of quotationRows(codings, rowsAt))
    for (const place of ground.placesOf(codings[at + SOURCE]!, codings[at + START]!, codings[at + END]!)) {
      const there = held.get(place)
      if (!there) held.set(place, new Set(rows))
      else for (const row of rows) there.add(row)
    }
  for (const there of held.values()) for (const row of there) for (const other of there) if (row !== other) counts[row * size + other]!++
}
