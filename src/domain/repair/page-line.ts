import type { Span } from '../span.ts'

/** A line with words, without the spaces around it, of which `indent` stood before and `tail` after. `feeds` and `page`: the line feeds, and whether a page ends, between it and the line before. */
export type PageLine = Span & { readonly words: string; readonly feeds: number; readonly page: boolean; readonly indent: number; readonly tail: number }

/** The lines with words of a text, in order. Everything between two of them is a gap: spaces, line feeds, form feeds. */
export function pageLinesOf(text: string): PageLine[] {
  const lines: PageLine[] = []
  let feeds = 0
  let page = false
  for (let at = 0; at <= text.length; ) {
    const { end, sign } = endOfLine(text, at)
    const raw = text.slice(at, end)
    const words = raw.trim()
    if (words !== '') {
      const start = at + (raw.length - raw.trimStart().length)
      lines.push({ start, end: start + words.length, words, feeds, page, indent: start - at, tail: end - start - words.length })
      feeds = 0
      page = false
    }
    if (sign === '\n') feeds++
    else page = true
    at = end + 1
  }
  return lines
}

function endOfLine(text: string, from: number): { end: number; sign: string } {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 12) return { end: at, sign: text[at]! }
  }
  return { end: text.length, sign: '\n' }
}

/** UTF-16 units of the first word of a line: what did not fit on the line before. */
export function firstWordLength(words: string): number {
  const space = words.search(/[ \t\u00A0]/)
  return space < 0 ? words.length : space
}
