/** The so many places with the best scores, the best first, and of equal ones the first first. Only they are put in order: a stop word has a place in every paragraph. */
export function bestOf(places: readonly number[], scores: ArrayLike<number>, most: number): number[] {
  const isBetter = (a: number, b: number) => scores[a]! > scores[b]! || (scores[a]! === scores[b]! && a < b)
  // A heap with the worst of the best at its root.
  const heap: number[] = []
  for (const place of places) {
    if (heap.length < most) rise(heap, place, isBetter)
    else if (heap.length > 0 && isBetter(place, heap[0]!)) sink(heap, place, isBetter)
  }
  return heap.sort((a, b) => (isBetter(a, b) ? -1 : 1))
}

type IsBetter = (a: number, b: number) => boolean

function rise(heap: number[], place: number, isBetter: IsBetter): void {
  let at = heap.push(place) - 1
  for (; at > 0 && isBetter(heap[(at - 1) >> 1]!, place); at = (at - 1) >> 1) heap[at] = heap[(at - 1) >> 1]!
  heap[at] = place
}

/** Put a place where the root was, and let it down below what is worse. */
function sink(heap: number[], place: number, isBetter: IsBetter): void {
  let at = 0
  for (let below = 1; below < heap.length; below = at * 2 + 1) {
    if (below + 1 < heap.length && isBetter(heap[below]!, heap[below + 1]!)) below++
    if (!isBetter(place, heap[below]!)) break
    heap[at] = heap[below]!
    at = below
  }
  heap[at] = place
}
