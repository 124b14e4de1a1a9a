import type { Span } from './span.ts'
import type { Veil } from './veil.ts'

/** Words of a text as they are quoted. */
export type Cut = (text: string, span: Span) => string

/** Round an edge in which a name is looked for: longer than any. */
const ROUND = 500

export const asItStands: Cut = (text, { start, end }) => text.slice(start, end)

/** Quotes where names are replaced: of a name that an edge goes through nothing stands but its pseudonym, for a part of it would be no name to the veil. */
export function veiledCut({ places }: Veil): Cut {
  return (text, { start, end }) => {
    if (start >= end) return ''
    const overEdge = (edge: number) => {
      const from = Math.max(0, edge - ROUND)
      return places(text.slice(from, edge + ROUND))
        .map((place) => ({ ...place, start: place.start + from, end: place.end + from }))
        .find((place) => place.start < edge && place.end > edge)
    }
    const first = overEdge(start)
    if (first && first.end >= end) return first.put
    const last = overEdge(end)
    return `${first?.put ?? ''}${text.slice(first?.end ?? start, last?.start ?? end)}${last?.put ?? ''}`
  }
}
