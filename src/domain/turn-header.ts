import type { Span } from './span.ts'

/** How a line says who speaks. The weaker ones need more evidence before they are believed. */
type HeaderStyle = 'colon' | 'bold' | 'bracket' | 'voice' | 'hash' | 'tab' | 'timed' | 'alone'
/** The beginning of a line that may name a speaker: `from` is where it begins, `labelSpan` runs over the label, its marks and the space after. Offsets within the line. */
export type Header = { style: HeaderStyle; label: string; from: number; labelSpan: Span; stamps: Span[] }

const NAME = "\\p{L}[\\p{L}\\p{M}\\p{N}.'’&/-]{0,24}(?: [\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.'’&-]{0,24}){0,3}"
const ASIDE = '(?: ?\\([\\p{L}\\p{N} .,-]{1,30}\\))?'
const STAMP =
  '\\[\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[.,]\\d{1,3})?\\]|\\{\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?\\}|\\(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\)|#\\d{1,2}:\\d{2}:\\d{2}-\\d{1,3}#|\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?(?![\\d:])'
const stamp = new RegExp(`(?:${STAMP})[ \\t]*`, 'y')
const timed = new RegExp(`(${NAME}${ASIDE})[ \\t]+(?=(?:${STAMP})[ \\t]*$)`, 'uy')
const stampThenColon = new RegExp(`(${NAME}${ASIDE})[ \\t]*((?:${STAMP}))[ \\t]*:[ \\t]*`, 'uy')
const styles: [HeaderStyle, RegExp][] = [
  ['voice', new RegExp(`<v(?:\\.[\\w.-]{1,40})? +(${NAME}${ASIDE}) *>[ \\t]*`, 'uy')],
  ['bold', new RegExp(`\\*\\*[ ]?(${NAME}${ASIDE})[ ]?(?::[ ]?\\*\\*|\\*\\*[ ]?:|\\*\\*)[ \\t]*`, 'uy')],
  ['bold', new RegExp(`[*_](${NAME}${ASIDE})[ ]?(?::[*_]|[*_]:)[ \\t]*`, 'uy')],
  ['bracket', new RegExp(`\\[(${NAME})\\]:?[ \\t]*`, 'uy')],
  ['bracket', new RegExp(`\\{(${NAME})\\}:?[ \\t]*`, 'uy')],
  ['hash', /#(\p{L}[\p{L}\p{M}\p{N}_-]{0,39})(?=[\s:]|$):?[ \t]*/uy],
  ['colon', new RegExp(`(${NAME}${ASIDE})[ ]?:(?![/\\d])[ \\t]*`, 'uy')],
  ['tab', new RegExp(`(${NAME}${ASIDE})\\t[ \\t]*`, 'uy')],
]
const alone = new RegExp(`(${NAME}${ASIDE})[ \\t]*$`, 'uy')
const mark = /[ \t]*(?:(?:•|\d{1,4}[.)])[ \t]+)?/y

/** What the beginning of a line looks like it says of who speaks; a whole transcript decides if it is so. */
export function headerOf(line: string): Header | undefined {
  const from = eat(mark, line, 0)!.end
  const stamps: Span[] = []
  const at = eatStamps(line, from, stamps)
  const between = match(stampThenColon, line, at)
  if (between) {
    const start = at + between[0].indexOf(between[2]!, between[1]!.length)
    return { style: 'colon', label: between[1]!, from, labelSpan: spanOf(at, between[0]), stamps: [...stamps, { start, end: start + between[2]!.length }] }
  }
  const before = match(timed, line, at)
  if (before) return finish('timed', before, line, from, at, stamps)
  for (const [style, pattern] of styles) {
    const found = match(pattern, line, at)
    if (found) return finish(style, found, line, from, at, stamps)
  }
  const only = match(alone, line, at)
  return only ? finish('alone', only, line, from, at, stamps) : undefined
}

function finish(style: HeaderStyle, found: RegExpExecArray, line: string, from: number, at: number, stamps: Span[]): Header {
  const labelSpan = spanOf(at, found[0])
  eatStamps(line, labelSpan.end, stamps)
  return { style, label: found[1]!.trim(), from, labelSpan, stamps }
}

/** Take the times that stand at a place of a line, one after the other. @returns where they end. */
function eatStamps(line: string, from: number, stamps: Span[]): number {
  let at = from
  for (let found = eat(stamp, line, at); found; found = eat(stamp, line, at)) {
    stamps.push({ start: at, end: at + line.slice(at, found.end).trimEnd().length })
    at = found.end
  }
  return at
}

/** Whether a line is one time and nothing else. */
export function isStampLine(line: string): boolean {
  const stamps: Span[] = []
  const from = line.length - line.trimStart().length
  return from < line.length && eatStamps(line, from, stamps) === line.length
}

function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(line)
}
function eat(pattern: RegExp, line: string, at: number): Span | undefined {
  const found = match(pattern, line, at)
  return found ? { start: at, end: at + found[0].length } : undefined
}
function spanOf(start: number, words: string): Span {
  return { start, end: start + words.length }
}
