import type { Span } from './span.ts'

/**
 * The informants' words of some sources, by where each begins: a stretch of a text is then a range of numbered words, and
 * words are counted without the text. A word belongs where it begins.
 */
export class SpokenWords {
  readonly #starts: ReadonlyMap<number, Uint32Array>

  constructor(starts: ReadonlyMap<number, Uint32Array>) {
    this.#starts = starts
  }

  get sourceIds(): Iterable<number> {
    return this.#starts.keys()
  }

  /** How many words of a source there are in all. */
  countIn(sourceId: number): number {
    return this.#starts.get(sourceId)?.length ?? 0
  }

  /** Where the words of a source begin, in order. */
  startsIn(sourceId: number): Uint32Array {
    return this.#starts.get(sourceId) ?? NONE
  }

  /** How many words of a source begin before an offset: also the number of the first that begins at or after it. */
  before(sourceId: number, offset: number): number {
    const starts = this.#starts.get(sourceId)
    return starts ? lowerBound(starts, offset) : 0
  }

  /** Places in the text as ranges of words; null (anywhere) stays null. */
  rangesOf(sourceId: number, spans: readonly Span[] | null): Ranges | null {
    if (spans === null) return null
    return spans.map(({ start, end }) => ({ start: this.before(sourceId, start), end: this.before(sourceId, end) })).filter(({ start, end }) => start < end)
  }
}

const NONE = new Uint32Array()

/** Numbered words: in order, without overlaps. */
export type Ranges = readonly Span[]

/** How many words of a range lie in ranges; null is anywhere. */
export function wordsWithin(ranges: Ranges | null, from: number, to: number): number {
  if (from >= to) return 0
  if (ranges === null) return to - from
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.end > from) high = middle
    else low = middle + 1
  }
  let words = 0
  for (let at = low; at < ranges.length && ranges[at]!.start < to; at++) words += Math.min(to, ranges[at]!.end) - Math.max(from, ranges[at]!.start)
  return words
}

/** What lies in both; null is anywhere. */
export function rangesInBoth(a: Ranges | null, b: Ranges | null): Ranges | null {
  if (a === null) return b
  if (b === null) return a
  const both: Span[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const start = Math.max(a[i]!.start, b[j]!.start)
    const end = Math.min(a[i]!.end, b[j]!.end)
    if (start < end) both.push({ start, end })
    if (a[i]!.end < b[j]!.end) i++
    else j++
  }
  return both
}

/** The first place in ascending numbers that is not below `wanted`. */
export function lowerBound(numbers: Uint32Array, wanted: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** The same, for a place that is not before `from` and seldom far from it: steps twice as long each, then back between the last two. */
export function lowerBoundFrom(numbers: Uint32Array, wanted: number, from: number): number {
  let low = from
  let high = from
  for (let step = 1; high < numbers.length && numbers[high]! < wanted; step *= 2) {
    low = high + 1
    high = low + step
  }
  if (high > numbers.length) high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
