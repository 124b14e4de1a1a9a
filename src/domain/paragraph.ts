import type { Span } from './span.ts'

/** A line of a source's text. `number` is what people cite by; an empty line has none. `end` leaves out the line feed. */
export type Paragraph = Span & { readonly number: number | null }

/** Every line of the text in order, empty ones too: their words joined by line feeds are exactly the text. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let number = 0
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const blank = isBlank(text, start, end)
    paragraphs.push({ start, end, number: blank ? null : ++number })
    start = end + 1
  }
  return paragraphs
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at]!)) return false
  return true
}

/** How many paragraphs people can cite. */
export function countParagraphs(text: string): number {
  return paragraphsOf(text).reduce((most, { number }) => number ?? most, 0)
}

/** The paragraphs that a span lies in, by binary search; a span at the very end lies in the last. */
export function paragraphsUnder<P extends Span>(paragraphs: readonly P[], span: Span): P[] {
  const under: P[] = []
  for (let at = indexAt(paragraphs, span.start); at < paragraphs.length && paragraphs[at]!.start < Math.max(span.end, span.start + 1); at++)
    under.push(paragraphs[at]!)
  return under
}

/** Index of the last paragraph that starts at or before the offset. */
export function indexAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (paragraphs[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
