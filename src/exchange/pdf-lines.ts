import type { Mark } from '../domain/mark.ts'
import { type Line, lineOf, type Piece, settleMarks, strung } from './line.ts'
import type { Row } from './pdf-row.ts'

/** In sizes of the type: a space between fragments, and one so wide that it may be a cell's end. */
const SPACE = 0.17
const WIDE = 1.5
/** What one lone wide space must be for that. */
const VERY_WIDE = 3
/** Points by which words may miss the place where those of the row above or below begin. */
const ALIGNED = 1
/** How much larger than most of the text a heading is, and how long it is at most. */
const HEADING = { larger: 1.15, longest: 200 }
/** In sizes of the type: how far the first line of a paragraph is drawn in. */
const INDENT = { from: 0.8, to: 4 }
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
    const around = [...stopsOf(rows[at - 1]), ...stopsOf(rows[at + 1])]
    const line = writtenRow(row, around, levels)
    const before = rows[at - 1]
    const other = before && levels.indexOf(sizeOf(before.size)) !== levels.indexOf(sizeOf(row.size))
    return before && (other || partsParagraphs(before, row, leading) || isDrawnIn(before, row, rows[at + 1])) ? [{ text: '', marks: [] }, line] : [line]
  })
  return strung(lines, '\n')
}

/** Where words begin after a wide space. */
function stopsOf(row: Row | undefined, wide = WIDE): number[] {
  return row ? row.fragments.filter((one, at) => at > 0 && one.x - row.fragments[at - 1]!.right > wide * row.size).map((one) => one.x) : []
}

/** Where cells begin in a row of a table: after wide spaces, and where the rows around have cells too. A line that was stretched has such spaces all over. */
function cellsOf(row: Row, around: readonly number[]): number[] {
  const aligned = stopsOf(row).filter((x) => around.some((stop) => Math.abs(stop - x) <= ALIGNED))
  if (aligned.length > 1) return aligned
  const lone = stopsOf(row).length === 1 && stopsOf(row, VERY_WIDE).length === 1
  return lone ? aligned : []
}

/** `around`: where words begin after wide spaces in the rows above and below. */
function writtenRow(row: Row, around: readonly number[], levels: readonly number[]): Line {
  const { size, fragments } = row
  const cells = cellsOf(row, around)
  const pieces: Piece[] = []
  let right = Number.NEGATIVE_INFINITY
  for (const fragment of fragments) {
    const words = fragment.words.trim()
    const gap = fragment.x - right
    const last = pieces.at(-1)
    const isLabel = pieces.length === 1 && /:\s*$/.test(pieces[0]!.words)
    if (last && !isLabel && cells.includes(fragment.x)) pieces.push({ words: '\t', look: last.look })
    else if (last && (/^\s/.test(fragment.words) || gap > SPACE * size || last.words.endsWith(' '))) last.words = `${last.words.trimEnd()} `
    pieces.push({ words: fragment.words.endsWith(' ') ? `${words} ` : words, look: fragment.look })
    right = fragment.right
  }
  for (const [at, piece] of pieces.entries()) if (at === pieces.length - 1 || pieces[at + 1]!.words === '\t') piece.words = piece.words.trimEnd()
  const length = pieces.reduce((sum, piece) => sum + piece.words.length, 0)
  return lineOf(pieces, length <= HEADING.longest ? levels.indexOf(sizeOf(size)) + 1 : 0)
}

/** A first line that is drawn in, between lines that are not, where a sentence has ended and another begins. */
function isDrawnIn(before: Row, row: Row, after: Row | undefined): boolean {
  const [outer, inner, next] = [before, row, after ?? before].map((one) => one.fragments[0]!.x) as [number, number, number]
  const drawn = [inner - outer, inner - next].every((by) => by > INDENT.from * row.size && by < INDENT.to * row.size)
  return drawn && row.y > before.y && /[.!?…:”"»)]\s*$/.test(before.fragments.at(-1)!.words) && /^\s*[\p{Lu}\d“”"«–—-]/u.test(row.fragments[0]!.words)
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
