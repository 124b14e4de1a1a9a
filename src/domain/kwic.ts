import { type Span, wholeCharacters } from './span.ts'

/** A key in its context. `left + key + right` stands so in the text; `more` says whether words were left out at either side. */
export type Kwic = {
  readonly left: string
  readonly key: string
  readonly right: string
  readonly start: number
  readonly end: number
  readonly more: { left: boolean; right: boolean }
}

/** The words around a span, at most so many UTF-16 units before and after, whole words where there is a space, and never beyond `within`. */
export function kwicOf(text: string, span: Span, within: Span, before = 66, after = 90): Kwic {
  const wide = wholeCharacters(text, { start: Math.max(within.start, span.start - before), end: Math.min(within.end, span.end + after) })
  const start = wide.start > within.start ? afterSpace(text, wide.start, span.start) : wide.start
  const end = wide.end < within.end ? beforeSpace(text, wide.end, span.end) : wide.end
  const more = { left: start > within.start, right: end < within.end }
  return { left: text.slice(start, span.start), key: text.slice(span.start, span.end), right: text.slice(span.end, end), start, end, more }
}

function afterSpace(text: string, from: number, until: number): number {
  if (/\s/.test(text[from - 1]!)) return from
  const space = text.slice(from, until).search(/\s/)
  return space < 0 ? from : from + space + 1
}
function beforeSpace(text: string, from: number, until: number): number {
  if (/\s/.test(text[from]!)) return from
  const space = text.slice(until, from).search(/\s\S*$/)
  return space < 0 ? from : until + space
}
