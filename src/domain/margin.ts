import type { Coding } from './coding.ts'
import { type Paragraph, paragraphsUnder } from './paragraph.ts'
import type { Span } from './span.ts'

/** The most bars that stand side by side; what comes over that shares the last lane. */
export const MOST_LANES = 8

export type InLane<C> = { readonly coding: C; readonly lane: number }

/** Give each coding the first lane that is free where it begins, in the order of the text. */
export function lanesOf<C extends { span: Span }>(codings: readonly C[]): InLane<C>[] {
  const freeFrom: number[] = []
  return [...codings]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((coding) => {
      let lane = freeFrom.findIndex((end) => end <= coding.span.start)
      if (lane < 0) lane = Math.min(freeFrom.length, MOST_LANES - 1)
      freeFrom[lane] = Math.max(freeFrom[lane] ?? 0, coding.span.end)
      return { coding, lane }
    })
}

/** The codings that lie in each paragraph, by the paragraph's start; a coding over several stands by each. */
export function byParagraph<C extends Pick<Coding, 'span'>>(paragraphs: readonly Paragraph[], codings: readonly C[]): Map<number, C[]> {
  const under = new Map<number, C[]>()
  for (const coding of codings)
    for (const { start, end } of paragraphsUnder(paragraphs, coding.span)) {
      if (coding.span.start >= end || coding.span.end <= start) continue
      const there = under.get(start)
      if (there) there.push(coding)
      else under.set(start, [coding])
    }
  return under
}
