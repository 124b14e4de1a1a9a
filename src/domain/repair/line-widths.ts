import { beginsLow, endsSentence } from './line-shape.ts'
import { firstWordLength, type PageLine } from './page-line.ts'
import type { Wrapping } from './wrapping.ts'

/** How full a line of a column is, at least, in most of its lines. */
const FULL = 0.8

/**
 * How long a full line is where each line stands: a column or a box is narrower than the page. Infinite in verse and other
 * lines that are short by their nature, where none is ever full.
 */
export function lineWidths(lines: readonly PageLine[], { feeds, width }: Wrapping): number[] {
  const widths: number[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && lines[to]!.feeds <= feeds && !lines[to]!.page) to++
    const run = lines.slice(from, to)
    const own = widthOfRun(run, width)
    for (const _ of run) widths.push(own)
    from = to
  }
  return widths
}

function widthOfRun(run: readonly PageLine[], width: number): number {
  const longest = run.reduce((most, { words }) => Math.max(most, words.length), 0)
  if (run.length < 3 || longest >= width * FULL) return width
  const open = run.slice(1).flatMap((line, at) => (beginsLow(line.words) && !endsSentence(run[at]!.words) ? [at] : []))
  if (open.length < 2) return width
  const full = open.filter((at) => run[at]!.words.length + 1 + firstWordLength(run[at + 1]!.words) >= longest * FULL).length
  return full >= open.length * 0.7 ? longest : Number.POSITIVE_INFINITY
}
