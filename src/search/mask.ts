import type { Places } from './conditions.ts'
import type { Shelf } from './shelf.ts'

/** A 1 for each paragraph of the shelf that shares a character with one of the places. */
export function maskOf(places: Places, { sources, firsts, size }: Shelf): Uint8Array {
  const mask = new Uint8Array(size)
  for (const [index, { id, paragraphs }] of sources.entries()) {
    const spans = places.get(id)
    if (!spans) continue
    let at = 0
    for (const [nth, { start, end }] of paragraphs.entries()) {
      while (at < spans.length && spans[at]!.end <= start) at++
      if (at < spans.length && spans[at]!.start < end) mask[firsts[index]! + nth] = 1
    }
  }
  return mask
}
