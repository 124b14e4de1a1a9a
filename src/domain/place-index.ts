import { groupBy } from './group-by.ts'
import { indexAt, type Paragraph } from './paragraph.ts'
import type { Span } from './span.ts'

/** The paragraphs of sources as places with numbers of their own over all of them; empty lines are none. */
export function paragraphPlaces(bySource: ReadonlyMap<number, readonly Paragraph[]>) {
  const first = new Map<number, number>()
  const all: Paragraph[] = []
  for (const [sourceId, paragraphs] of bySource) {
    first.set(sourceId, all.length)
    for (const paragraph of paragraphs) all.push(paragraph)
  }
  const placesOf = (sourceId: number, start: number, end: number): number[] => {
    const paragraphs = bySource.get(sourceId) ?? []
    const touched: number[] = []
    for (let at = indexAt(paragraphs, start); at < paragraphs.length && paragraphs[at]!.start < end; at++)
      if (paragraphs[at]!.number !== null && paragraphs[at]!.end > start) touched.push(first.get(sourceId)! + at)
    return touched
  }
  return { placesOf, spanOf: (place: number): Span => all[place]! }
}

/** Places that lie anywhere and may lie on one another, such as answers, by their ids: those that a stretch touches, each once. */
export function spanPlaces(spans: readonly (Span & { readonly sourceId: number; readonly id: number })[]) {
  const bySource = groupBy(spans, ({ sourceId }) => sourceId)
  const ends = new Map<number, number[]>()
  for (const [sourceId, mine] of bySource) {
    mine.sort((a, b) => a.start - b.start)
    const furthest: number[] = []
    for (const { end } of mine) furthest.push(Math.max(end, furthest.at(-1) ?? 0))
    ends.set(sourceId, furthest)
  }
  return (sourceId: number, start: number, end: number): number[] => {
    const mine = bySource.get(sourceId) ?? []
    const touched = new Set<number>()
    for (let at = firstAbove(ends.get(sourceId) ?? [], start); at < mine.length && mine[at]!.start < end; at++)
      if (mine[at]!.end > start) touched.add(mine[at]!.id)
    return [...touched]
  }
}

/** Where the word begins that is one too many after an offset: up to there at most `words` words of the text begin. `starts`: where its words do. */
export function reachOf(starts: Uint32Array, length: number, from: number, words: number): number {
  return starts[firstAbove(starts, from - 1) + words] ?? length
}

/** Index of the first number above another, in numbers that never fall. */
function firstAbove(numbers: ArrayLike<number>, than: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! > than) high = middle
    else low = middle + 1
  }
  return low
}
