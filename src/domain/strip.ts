/** How finely a strip shows a source: its paragraphs are drawn on this many columns at most. */
const STRIP = 200

/**
 * The coded paragraphs of a source as one SVG path, 16 high, from start to end: numbers count from 1 to `of`, ascending.
 * Neighbours are drawn together; in a source of more paragraphs than columns each is drawn at least one column wide.
 */
export function stripPath(coded: readonly number[], of: number): string {
  const width = stripWidth(of)
  const begins = (number: number) => Math.floor(((number - 1) * width) / of)
  const ends = (number: number) => Math.ceil((number * width) / of)
  let path = ''
  for (let at = 0; at < coded.length; ) {
    const from = begins(coded[at]!)
    let to = ends(coded[at]!)
    while (++at < coded.length && begins(coded[at]!) <= to) to = ends(coded[at]!)
    path += `M${from} 0H${to}V16H${from}Z`
  }
  return path
}

/** Columns of a strip for so many paragraphs. */
export function stripWidth(of: number): number {
  return Math.max(1, Math.min(of, STRIP))
}
