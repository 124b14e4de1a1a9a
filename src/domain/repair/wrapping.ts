import { beginsLow, endsSentence, isItem, labelOf } from './line-shape.ts'
import { firstWordLength, type PageLine } from './page-line.ts'

/**
 * How lines of a page follow each other: `feeds` line feeds from one to the next within a paragraph, `pageFeeds` where a page
 * ends within one (null where none is seen to), `width` of a full line. `tails`: two spaces after a line end a paragraph.
 */
export type Wrapping = { readonly feeds: number; readonly pageFeeds: number | null; readonly width: number; readonly tails: boolean }

/** Lines narrower than this are verse or a list, not a text broken by a program. UTF-16 units. */
const NARROWEST = 40
/** Lines longer than this were not broken to fit a page. UTF-16 units. */
const WIDEST = 160
/** How full a line is that was broken because the next word did not fit. */
const FULL = 0.85

/** How a text is wrapped, null where its lines are its paragraphs. `certain`: the format says that lines are those of a page. */
export function wrappingOf(lines: readonly PageLine[], certain: boolean): Wrapping | null {
  const open = openPairs(lines)
  if (open.length === 0) return certain ? { feeds: 1, pageFeeds: null, width: widthOf(lines), tails: false } : null
  const feeds = commonest(open.map((at) => lines[at]!.feeds))
  const width = widthOf(open.map((at) => lines[at - 1]!))
  const wrapping = { feeds, pageFeeds: pageFeedsOf(lines, open, feeds), width, tails: hasTails(lines) }
  if (certain) return wrapping
  if (open.length < 3 || width < NARROWEST || width > WIDEST) return null
  const inside = open.filter((at) => lines[at]!.feeds === feeds)
  const full = inside.filter((at) => lines[at - 1]!.words.length + 1 + firstWordLength(lines[at]!.words) >= width * FULL).length
  const long = lines.filter(({ words }) => words.length > width * 1.4).length
  if (full < inside.length * 0.7 || long > lines.length * 0.03) return null
  return open.length >= 0.25 * pairsAt(lines, feeds) ? wrapping : null
}

/** Places of lines that go on with a sentence of the line before. */
function openPairs(lines: readonly PageLine[]): number[] {
  const open: number[] = []
  for (let at = 1; at < lines.length; at++) {
    const { words } = lines[at]!
    if (beginsLow(words) && !endsSentence(lines[at - 1]!.words) && !isItem(words)) open.push(at)
  }
  return open
}

/** How many lines follow a line of some length at the common distance: those that could be a paragraph's. */
function pairsAt(lines: readonly PageLine[], feeds: number): number {
  let count = 0
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!
    if (line.feeds === feeds && lines[at - 1]!.words.length >= NARROWEST / 2 && !isItem(line.words) && !labelOf(line.words)) count++
  }
  return count
}

/** What is between the halves of a sentence that a page parts; where pages are not marked, the larger gap that parts sentences as often as not. */
function pageFeedsOf(lines: readonly PageLine[], open: readonly number[], feeds: number): number | null {
  const marked = open.filter((at) => lines[at]!.page)
  if (marked.length > 0) return commonest(marked.map((at) => lines[at]!.feeds))
  const inside = open.map((at) => lines[at]!.feeds).filter((found) => found > feeds)
  if (inside.length < 2) return null
  const most = commonest(inside)
  const all = lines.filter((line) => line.feeds === most).length
  return inside.filter((found) => found === most).length >= 0.3 * all ? most : null
}

/** Whether two spaces after a line mean the end of a paragraph: they stand after whole sentences, and not after most of them. */
function hasTails(lines: readonly PageLine[]): boolean {
  const ended = lines.filter((line) => endsSentence(line.words))
  const tailed = lines.filter((line) => line.tail >= 2 && line.words.length >= NARROWEST)
  const rightly = tailed.filter((line) => endsSentence(line.words)).length
  return rightly >= 5 && rightly >= tailed.length * 0.9 && rightly <= ended.length * 0.8
}

/** What nine lines of ten do not exceed. */
function widthOf(lines: readonly PageLine[]): number {
  const lengths = lines.map(({ words }) => words.length).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]
}
