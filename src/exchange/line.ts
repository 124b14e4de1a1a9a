import type { Mark } from '../domain/mark.ts'
import { normaliseText } from '../domain/text.ts'

export type Look = { readonly bold: boolean; readonly italic: boolean }
export const plainLook: Look = { bold: false, italic: false }
/** Words that look the same. */
export type Piece = { words: string; look: Look }
/** A paragraph, or lines that were put together; marks are offsets into its text. */
export type Line = { readonly text: string; readonly marks: readonly Mark[] }

/** A letter may be cut in two where words begin to look otherwise: what belongs to the letter before. */
const BELONGS_BEFORE = /^[\p{M}\p{Cs}\u1161-\u11ff]+/u

/** Pieces as one line, normalised, so that marks stay where they are when the whole text is. `heading`: its level, 0 for none. */
export function lineOf(pieces: readonly Piece[], heading: number): Line {
  const marks: Mark[] = []
  let text = ''
  for (const { words, look } of whole(pieces)) {
    const start = text.length
    text += normaliseText(words)
    if (look.bold) marks.push({ kind: 'bold', start, end: text.length })
    if (look.italic) marks.push({ kind: 'italic', start, end: text.length })
  }
  if (heading > 0) marks.unshift({ kind: 'heading', level: heading, start: 0, end: text.length })
  return { text, marks: settleMarks(text, marks) }
}

/** Pieces that begin with whole letters, so that each can be normalised by itself. */
function whole(pieces: readonly Piece[]): Piece[] {
  const settled: Piece[] = []
  for (const { words, look } of pieces) {
    const last = settled.at(-1)
    const before = last ? (BELONGS_BEFORE.exec(words)?.[0] ?? '') : ''
    if (last) last.words += before
    settled.push({ words: words.slice(before.length), look })
  }
  return settled
}

/** Lines put together, with something between them. */
export function strung(lines: readonly Line[], between: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let at = 0
  for (const line of lines) {
    for (const mark of line.marks) marks.push({ ...mark, start: mark.start + at, end: mark.end + at })
    at += line.text.length + between.length
  }
  return { text: lines.map((line) => line.text).join(between), marks }
}

/** A line without white space at its edges. */
export function trimmed({ text, marks }: Line): Line {
  const before = text.length - text.trimStart().length
  return { text: text.trim(), marks: marks.map((mark) => ({ ...mark, start: mark.start - before, end: mark.end - before })) }
}

/** Marks without the white space at their edges, those of a kind with no more than `between` between them made one. Order is kept. */
export function settleMarks(text: string, marks: readonly Mark[], between = /^[^\S\n\f]*$/): Mark[] {
  const settled: Mark[] = []
  const last = new Map<string, number>()
  for (const mark of marks) {
    const words = text.slice(mark.start, mark.end)
    const start = mark.start + words.length - words.trimStart().length
    const end = mark.start + words.trimEnd().length
    if (start >= end) continue
    const key = mark.kind === 'heading' ? `${mark.level}` : mark.kind
    const at = last.get(key)
    const before = at === undefined ? undefined : settled[at]
    if (before && before.end <= start && between.test(text.slice(before.end, start))) settled[at!] = { ...before, end }
    else last.set(key, settled.push({ ...mark, start, end }) - 1)
  }
  return settled
}
