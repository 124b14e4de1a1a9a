import type { Coding } from './coding.ts'
import { type Paragraph, paragraphsUnder } from './paragraph.ts'
import type { Span } from './span.ts'

/** The most bars that stand side by side; what comes over that shares the last lane. */
export const MOST_LANES = 8
/** Characters of about a line: bars that begin so near the end of another would meet it on the same line. */
const LINE = 70

export type InLane<C> = { readonly coding: C; readonly lane: number }

/** Give each coding the first lane that is free on the line where it begins, in the order of the text. */
export function lanesOf<C extends { span: Span }>(codings: readonly C[]): InLane<C>[] {
  const freeFrom: number[] = []
  return [...codings]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((coding) => {
      let lane = freeFrom.findIndex((end) => end + LINE <= coding.span.start)
      if (lane < 0) lane = Math.min(freeFrom.length, MOST_LANES - 1)
      freeFrom[lane] = Math.max(freeFrom[lane] ?? 0, coding.span.end)
      return { coding, lane }
    })
}

/** Codings of one code that overlap, whoever made them: they have one name in the margin. `lead` carries it; the others stand after it. */
export type NamedTogether<C> = { readonly lead: C; readonly codings: readonly C[] }

/** The names of a margin, in the order in which their words begin: two coders who put one code on the same words share a name. */
export function namesOf<C extends Pick<Coding, 'codeId' | 'span'>>(codings: readonly C[]): NamedTogether<C>[] {
  const open = new Map<number, { end: number; codings: C[] }>()
  const names: { lead: C; codings: C[] }[] = []
  for (const coding of [...codings].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const there = open.get(coding.codeId)
    if (there && coding.span.start < there.end) {
      there.codings.push(coding)
      there.end = Math.max(there.end, coding.span.end)
      continue
    }
    const name = { lead: coding, codings: [coding] }
    open.set(coding.codeId, { end: coding.span.end, codings: name.codings })
    names.push(name)
  }
  return names
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
