import type { Span } from './span.ts'

/**
 * A word: letters or digits, with hyphens, apostrophes, or a colon between them (co-working, don't, EU:s). What goes on for thousands of letters is no word, and is
 * taken in pieces: the browser's and Node's expressions have no room for millions.
 */
const WORD = /[\p{L}\p{N}]{1,4000}(?:[-'’:·‐‑][\p{L}\p{N}]{1,4000}){0,200}/gu

/** The words of a text with their places in it. */
export function wordsOf(text: string, offset = 0): (Span & { readonly word: string })[] {
  return [...text.matchAll(WORD)].map((match) => ({ word: match[0], start: offset + match.index, end: offset + match.index + match[0].length }))
}

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}
