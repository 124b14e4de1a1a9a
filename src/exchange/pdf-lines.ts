import type { Mark } from '../domain/raw-text.ts'
import { type Line, lineOf, type Piece, settleMarks, strung } from './line.ts'
import type { Row } from './pdf-row.ts'

/** In sizes of the type: a space between fragments, and one so wide that it is a tab's or a cell's. */
const SPACE = 0.17
const WIDE = 3
/** How much larger than most of the text a heading is, and how long it is at most. */
const HEADING = { larger: 1.15, longest: 200 }
/** In sizes of the type: how finely distances between lines are told apart, and how much more than usual parts paragraphs. */
const LEADING = { step: 0.05, share: 0.15, more: 0.3, times: 1.25 }

/** Pages as text: a line a row, an empty line where paragraphs clearly part, a form feed between pages. */
export function pdfText(pages: readonly (readonly Row[])[]): { text: string; marks: Mark[] } {
  const leading = usualLeading(pages)
  const levels = headingSizes(pages)
  const whole = strung(
    pages.map((rows) => pageOf(rows, leading, levels)),
    '\f',
  )
  return { text: whole.text, marks: settleMarks(whole.text, whole.marks, /^[^\S\n\f]*\n?[^\S\n\f]*$/) }
}

function pageOf(rows: readonly Row[], leading: number, levels: readonly number[]): Line {
  const lines = rows.flatMap((row, at) => {
    const line = writtenRow(row, levels)
    const before = rows[at - 1]
    const other = before && levels.indexOf(sizeOf(before.size)) !== levels.indexOf(sizeOf(row.size))
    return before && (other || partsParagraphs(before, row, leading)) ? [{ text: '', marks: [] }, line] : [line]
  })
  return strung(lines, '\n')
}

function writtenRow({ size, fragments }: Row, levels: readonly number[]): Line {
  const pieces: Piece[] = []
  let right = Number.POSITIVE_INFINITY
  let spaced = true
  for (const { words, x, right: end, look } of fragments) {
    const gap = x - right
    if (gap > WIDE * size) pieces.push({ words: '\t', look })
    else if (!spaced && !words.startsWith(' ') && gap > SPACE * size) pieces.push({ words: ' ', look })
    const said: string = spaced || gap > WIDE * size ? words.trimStart() : words
    if (said !== '') pieces.push({ words: said, look })
    spaced = said === '' ? spaced : /\s$/.test(said)
    if (words.trim() !== '') right = end
  }
  const last = pieces.at(-1)
  if (last) last.words = last.words.trimEnd()
  const length = pieces.reduce((sum, piece) => sum + piece.words.length, 0)
  return lineOf(pieces, length <= HEADING.longest ? levels.indexOf(sizeOf(size)) + 1 : 0)
}

function partsParagraphs(before: Row, row: Row, leading: number): boolean {
  const size = 0.25 * before.size + 0.75 * row.size
  return row.y - before.y > Math.max(leading * LEADING.times, leading + LEADING.more) * size
}

/** How far baselines usually are apart in sizes of the type: the least distance that is common. */
function usualLeading(pages: readonly (readonly Row[])[]): number {
  const counted = new Map<number, number>()
  let all = 0
  for (const rows of pages)
    rows.forEach((row, at) => {
      const before = rows[at - 1]
      const steps = before ? (row.y - before.y) / Math.max(row.size, before.size) : 0
      if (steps < 0.8 || steps > 4) return
      const bin = Math.round(steps / LEADING.step)
      counted.set(bin, (counted.get(bin) ?? 0) + 1)
      all++
    })
  const common = [...counted].filter(([bin, count]) => count + (counted.get(bin + 1) ?? 0) >= all * LEADING.share).map(([bin]) => bin)
  return (common.length > 0 ? Math.min(...common) + 0.5 : 24) * LEADING.step
}

/** The sizes of headings, the largest first: those that are clearly larger than most of the text. */
function headingSizes(pages: readonly (readonly Row[])[]): number[] {
  const counted = new Map<number, number>()
  for (const row of pages.flat()) {
    const letters = row.fragments.reduce((sum, one) => sum + one.words.length, 0)
    counted.set(sizeOf(row.size), (counted.get(sizeOf(row.size)) ?? 0) + letters)
  }
  const most = [...counted].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
  const larger = [...counted.keys()].filter((size) => size >= most * HEADING.larger)
  return larger.sort((a, b) => b - a).slice(0, 6)
}

function sizeOf(size: number): number {
  return Math.round(size * 2) / 2
}
