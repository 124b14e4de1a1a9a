import type { Ground, Relation } from './co-occurrence.ts'
import { CODE, type CountedCodings, WIDTH } from './count.ts'
import type { Span } from './span.ts'
import { END, SOURCE, START, sourcesIn, stretchesOf } from './stretches.ts'

/**
 * A passage in which codes stand together: the words they share (overlap), the quotation (inside), the paragraph or the answer by
 * its number, or from the first to the last of those that are near. Of a paragraph and an answer, from the first coded word to the last.
 */
export type PassageTogether = Span & { readonly sourceId: number; readonly place: number | null }

/**
 * The passages in which all of some codes stand together, in the order of the study: as many as the table counts for two. `sets`: the
 * codes wanted, each with what is below it. Of `inside`, quotations of the first under all the others.
 */
export function passagesTogether(codings: CountedCodings, sets: readonly ReadonlySet<number>[], relation: Relation, ground: Ground): PassageTogether[] {
  const rowsOf = new Map<number, number[]>()
  for (const [row, codes] of sets.entries()) for (const code of codes) rowsOf.set(code, [...(rowsOf.get(code) ?? []), row])
  const rowsAt = (at: number) => rowsOf.get(codings[at + CODE]!) ?? NONE
  if (relation === 'paragraph' || relation === 'answer') return placesOfAll(codings, sets.length, rowsAt, ground)
  return [...sourcesIn(codings)].flatMap(([from, to]) => {
    const sourceId = codings[from + SOURCE]!
    const { rows, starts, ends } = stretchesOf(codings, [from, to], rowsAt)
    const of = (wanted: number) => rows.flatMap((row, one) => (row === wanted ? [{ start: starts[one]!, end: ends[one]! }] : []))
    const all = sets.map((_, row) => of(row))
    const spans =
      relation === 'inside'
        ? within(quotationsOf(codings, [from, to], sets[0]!), all.slice(1))
        : relation === 'near'
          ? chains(all, (end) => ground.reachOf(sourceId, end))
          : all.reduce(shared)
    return spans.map((span) => ({ ...span, sourceId, place: null }))
  })
}

const NONE: readonly number[] = []

/** What two lists of stretches have in common; those of one list do not meet. */
function shared(a: readonly Span[], b: readonly Span[]): Span[] {
  const both: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [start, end] = [Math.max(a[i]!.start, b[j]!.start), Math.min(a[i]!.end, b[j]!.end)]
    if (start < end) both.push({ start, end })
    if (a[i]!.end < b[j]!.end) i++
    else j++
  }
  return both
}

function quotationsOf(codings: CountedCodings, [from, to]: [number, number], codes: ReadonlySet<number>): Span[] {
  const spans = new Map<number, Span>()
  for (let at = from; at < to; at += WIDTH)
    if (codes.has(codings[at + CODE]!)) spans.set(codings[at]!, { start: codings[at + START]!, end: codings[at + END]! })
  return [...spans.values()]
}

function within(quotations: readonly Span[], others: readonly (readonly Span[])[]): Span[] {
  return quotations.filter(({ start, end }) => others.every((stretches) => stretches.some((one) => one.start <= start && end <= one.end)))
}

/** Chains of stretches that follow each other nearly, where all codes are in them. */
function chains(all: readonly (readonly Span[])[], reachOf: (end: number) => number): Span[] {
  const found: { start: number; end: number; reach: number; rows: Set<number> }[] = []
  const inOrder = all.flatMap((stretches, row) => stretches.map((span) => ({ ...span, row }))).sort((a, b) => a.start - b.start)
  for (const { start, end, row } of inOrder) {
    const last = found.at(-1)
    if (last && start <= last.reach) {
      last.end = Math.max(last.end, end)
      last.reach = Math.max(last.reach, reachOf(end))
      last.rows.add(row)
    } else found.push({ start, end, reach: reachOf(end), rows: new Set([row]) })
  }
  return found.filter(({ rows }) => rows.size === all.length).map(({ start, end }) => ({ start, end }))
}

/** Paragraphs or answers that every code touches, in the order in which they are first touched. */
function placesOfAll(codings: CountedCodings, codes: number, rowsAt: (at: number) => readonly number[], ground: Ground): PassageTogether[] {
  const held = new Map<number, { rows: Set<number>; sourceId: number; start: number; end: number }>()
  for (let at = 0; at < codings.length; at += WIDTH) {
    const rows = rowsAt(at)
    if (rows.length === 0) continue
    const [sourceId, start, end] = [codings[at + SOURCE]!, codings[at + START]!, codings[at + END]!]
    for (const place of ground.placesOf(sourceId, start, end)) {
      const there = held.get(place) ?? { rows: new Set<number>(), sourceId, start, end }
      held.set(place, there)
      for (const row of rows) there.rows.add(row)
      if (there.sourceId === sourceId) there.end = Math.max(there.end, end)
    }
  }
  return [...held]
    .filter(([, { rows }]) => rows.size === codes)
    .map(([place, { sourceId, start, end }]) => {
      const bounds = ground.spanOf?.(place) ?? { start, end }
      return { sourceId, start: Math.max(start, bounds.start), end: Math.min(end, bounds.end), place }
    })
}
