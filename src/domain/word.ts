import type { Span } from './span.ts'

/** A word: letters or digits, with hyphens, apostrophes, or a colon between them (co-working, don't, EU:s). */
const WORD = /[\p{L}\p{N}]+(?:[-'’:·‐‑][\p{L}\p{N}]+)*/gu

/** The words of a text with their places in it. */
export function wordsOf(text: string, offset = 0): (Span & { readonly word: string })[] {
  return [...text.matchAll(WORD)].map((match) => ({ word: match[0], start: offset + match.index, end: offset + match.index + match[0].length }))
}

/** Where the words of a text begin, in order. */
export function wordStarts(text: string): Uint32Array {
  const starts = new Uint32Array((text.length >> 1) + 1)
  let length = 0
  for (const match of text.matchAll(WORD)) starts[length++] = match.index
  return starts.slice(0, length)
}

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}
