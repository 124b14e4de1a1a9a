import type { Span } from './span.ts'

const FAR = 240
/** Ends of sentences: a stop, closing marks, then a space and something that can begin a sentence; but not after an abbreviation (t.ex., ca.) or a number (1. etasje). */
const END =
  /[.!?…](?<!(?:(?:^|[\s(])(?:\p{L}{1,3}\.\p{L}{0,3}|ca|dr|st|nr|resp|osv|etc|mm|kl|tel|eks|ift|mtp|jf|ev|inkl|exkl|max|min|s)|\d)\.)[.!?…]*["”»’)\]]*\s+(?=[^\p{Ll}\s])/gu

/**
 * What is said right before and after a span, within its paragraph: the rest of its sentence there, or else the next one. At most 240
 * units each. `labels` are the ends of labels and timestamps by their starts: they are not said, so nothing of them is before.
 */
export function contextOf(text: string, { start, end }: Span, labels?: ReadonlyMap<number, number>): { before: string; after: string } {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1
  for (let said = labels?.get(lineStart); said !== undefined && said <= start; said = labels?.get(lineStart)) lineStart = said
  const feed = text.indexOf('\n', end)
  const lineEnd = feed < 0 ? text.length : feed
  return {
    before: start === 0 ? '' : lastSentence(text.slice(Math.max(lineStart, start - FAR), start), start - FAR > lineStart),
    after: firstSentence(text.slice(end, Math.min(lineEnd, end + FAR)), end + FAR < lineEnd),
  }
}

const LONGEST = 2000

/** What stands round a span: the rest of its paragraphs, and the paragraph before and the one after, whoever speaks there. At most 2,000 units each. */
export function paragraphsAround(text: string, { start, end }: Span): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - LONGEST), start)
  const after = text.slice(end, end + LONGEST)
  const lines = (stretch: string) => stretch.split('\n')
  const ahead = lines(before)
  const behind = lines(after)
  const last = ahead.slice(0, -1).findLast((line) => line.trim() !== '')
  const next = behind.slice(1).find((line) => line.trim() !== '')
  return {
    before: `${last === undefined ? '' : `${last.trim()}\n`}${ahead.at(-1)!}`.toWellFormed(),
    after: `${behind[0]!}${next === undefined ? '' : `\n${next.trim()}`}`.toWellFormed(),
  }
}

function lastSentence(stretch: string, cut: boolean): string {
  const ends = [...stretch.matchAll(END)].map((match) => match.index + match[0].length).filter((at) => stretch.slice(at).trim() !== '')
  const from = ends.at(-1) ?? (cut ? afterFirstSpace(stretch) : 0)
  return `${ends.length === 0 && cut ? '… ' : ''}${stretch.slice(from)}`
}

function firstSentence(stretch: string, cut: boolean): string {
  for (const match of stretch.matchAll(END)) {
    const sentence = stretch.slice(0, match.index + match[0].trimEnd().length)
    if (/[\p{L}\p{N}]/u.test(sentence)) return sentence
  }
  const space = stretch.lastIndexOf(' ')
  return cut ? `${stretch.slice(0, space > 0 ? space : stretch.length)} …` : stretch
}

function afterFirstSpace(stretch: string): number {
  return stretch.indexOf(' ') + 1
}
