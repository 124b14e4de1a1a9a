import type { Span } from './span.ts'

/** A word: letters or digits, with hyphens, apostrophes, or a colon between them (co-working, don't, EU:s). */
const WORD = /[\p{L}\p{N}]+(?:[-'’:·‐‑][\p{L}\p{N}]+)*/gu

/** The words of a text with their places in it. */
export function wordsOf(text: string, offset = 0): (Span & { readonly word: string })[] {
  return [...text.matchAll(WORD)].map((match) => ({ word: match[0], start: offset + match.index, end: offset + match.index + match[0].length }))
}

/** Where the word that begins at an offset ends. */
export function wordEnd(text: string, start: number): number {
  WORD_HERE.lastIndex = start
  return WORD_HERE.test(text) ? WORD_HERE.lastIndex : start
}
const WORD_HERE = new RegExp(WORD, 'uy')

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/** Where each word of a text begins, in order: the same as of `wordsOf`, without a look at each word by a regular expression. */
export function wordStarts(text: string): Uint32Array {
  const starts = new Uint32Array((text.length + 1) >> 1)
  let found = 0
  for (let at = 0; at < text.length; at++) {
    if (!inWord(text, at)) continue
    starts[found++] = at
    do at += text.codePointAt(at)! > 0xffff ? 2 : 1
    while (at < text.length && (inWord(text, at) || (JOINS.has(text.charCodeAt(at)) && inWord(text, at + 1))))
  }
  return starts.subarray(0, found)
}

const LETTER = /[\p{L}\p{N}]/u
const JOINS = new Set([..."-'’:·‐‑"].map((sign) => sign.charCodeAt(0)))
const common = Uint8Array.from({ length: 0x250 }, (_, code) => (LETTER.test(String.fromCharCode(code)) ? 1 : 0))

function inWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 0x250 ? common[code] === 1 : at < text.length && LETTER.test(String.fromCodePoint(text.codePointAt(at)!))
}
