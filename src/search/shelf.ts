import type { IndexedSource } from './indexed-source.ts'

/** The paragraphs of a project in order: `sources` in order with the place of each one's first paragraph. */
export type Shelf = { readonly sources: readonly IndexedSource[]; readonly firsts: readonly number[]; readonly size: number }

/** Sources put side by side. */
export function shelfOf(sources: readonly IndexedSource[]): Shelf {
  const firsts: number[] = []
  let size = 0
  for (const { paragraphs } of sources) {
    firsts.push(size)
    size += paragraphs.length
  }
  return { sources, firsts, size }
}

/** The places that have a score, in order. */
export function placesIn(scores: Float64Array | Uint8Array): number[] {
  const places: number[] = []
  for (let place = 0; place < scores.length; place++) if (scores[place]! > 0) places.push(place)
  return places
}

/** How many places of each source have a score; sources with none are left out. */
export function countBySource(scores: Float64Array | Uint8Array, { sources, firsts }: Shelf): { id: number; hits: number }[] {
  return sources.flatMap(({ id, paragraphs }, index) => {
    let hits = 0
    for (let nth = 0; nth < paragraphs.length; nth++) if (scores[firsts[index]! + nth]! > 0) hits++
    return hits > 0 ? [{ id, hits }] : []
  })
}

/** The source and the paragraph in it that stand at a place of the shelf. */
export function paragraphAt({ sources, firsts }: Shelf, place: number): [source: IndexedSource, nth: number] {
  let low = 0
  let high = firsts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (firsts[middle]! <= place) low = middle
    else high = middle - 1
  }
  return [sources[low]!, place - firsts[low]!]
}
