import type { Span } from './span.ts'

const CERTAIN =
  /\[\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]|\{\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\}|#\d{1,2}:\d{2}:\d{2}-\d{1,3}#|\(\d{1,2}:\d{2}:\d{2}\)/g
const AT_EDGE =
  /^[ \t]*(\d{1,2}:\d{2}(?::\d{2})?(?![\d:.])|\(\d{1,2}[.:]\d{2}\)|\[\d{1,2}\.\d{2}(?:\.\d{2})?\])(?=[ \t]|$)|(?<=\s)(\(\d{1,2}[.:]\d{2}\)|\[\d{1,2}\.\d{2}(?:\.\d{2})?\])[ \t]*$/gm

/**
 * Where a text gives the time of its recording. In square brackets, braces or hashes anywhere; in round ones, bare,
 * or parted by points only at the edge of a line, and only where there are at least two and they never go back: "14:00" that begins a sentence is none.
 */
export function timestampsOf(text: string): Span[] {
  const certain = [...text.matchAll(CERTAIN)].map((found) => ({ start: found.index, end: found.index + found[0].length }))
  const edge = [...text.matchAll(AT_EDGE)].map((found) => {
    const words = (found[1] ?? found[2])!
    const start = found.index + found[0].indexOf(words)
    return { start, end: start + words.length, seconds: secondsOf(words) }
  })
  const rising = edge.length > 1 && edge.every((one, at) => at === 0 || one.seconds >= edge[at - 1]!.seconds)
  const spans = rising ? [...certain, ...edge.map(({ start, end }) => ({ start, end }))] : certain
  return spans.sort((a, b) => a.start - b.start)
}

function secondsOf(words: string): number {
  return (words.match(/\d+/g) ?? []).reduce((sum, part) => sum * 60 + Number(part), 0)
}
