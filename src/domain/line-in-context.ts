import type { Paragraph } from './paragraph.ts'
import type { Span } from './span.ts'

/** A word in its paragraph: joined, left + key + right stand in the text as they are. `leftCut`, `rightCut`: more words stand outside. */
export type LineInContext = Span & { paragraph: number | null; left: string; key: string; right: string; leftCut: boolean; rightCut: boolean }

/** The lines of a word, by source. `count`: of all pages. */
export type LinesOfSource = { sourceId: number; title: string; cases: string[]; lines: LineInContext[] }
export type CloudLines = { word: string; forms: string[]; count: number; units: number; of: number; unit: 'case' | 'source'; sources: LinesOfSource[] }

export const LINES_A_PAGE = 200

/** The words around a span, at most `reach` units at each side, never outside its paragraph and never cutting a word. */
export function lineInContext(text: string, paragraph: Paragraph, { start, end }: Span, reach = 90): LineInContext {
  const from = start - reach <= paragraph.start ? paragraph.start : Math.min(start, nextSpace(text, start - reach, start) + 1)
  const to = end + reach >= paragraph.end ? paragraph.end : Math.max(end, lastSpace(text, end, end + reach))
  return {
    start,
    end,
    paragraph: paragraph.number,
    left: text.slice(from, start),
    key: text.slice(start, end),
    right: text.slice(end, Math.max(end, to)),
    leftCut: from > paragraph.start,
    rightCut: to < paragraph.end,
  }
}

/** The first space from `from` on, or just before `before` where there is none. */
function nextSpace(text: string, from: number, before: number): number {
  const at = text.slice(from, before).search(/\s/)
  return at < 0 ? before - 1 : from + at
}
function lastSpace(text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) if (/\s/.test(text[at]!)) return at
  return from
}
