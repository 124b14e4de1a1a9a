import { diffArrays } from 'diff'
import type { Change } from '../domain/carry.ts'

/** Texts of which more than so many words or lines differ are not compared further: the stretch counts as replaced whole. */
const MOST_WORDS = 1200
const MOST_LINES = 2000
/** Above this many characters that differ, lines are laid side by side before words. */
const BY_LINES = 20_000

/**
 * What was changed between two texts, by whole words; where a stretch of several begins and ends mostly with the same letters as
 * what was put for it, by what differs between those. What is the same at both ends is left out first, so that a long text with few
 * changes costs little; what differs too much is replaced whole.
 */
export function diffTexts(old: string, now: string): Change[] {
  const { start, oldEnd, nowEnd } = sameEnds(old, now)
  const regions = compare(old.slice(start, oldEnd), now.slice(start, nowEnd))
  return regions.map((region) => ({ ...region, start: region.start + start, end: region.end + start }))
}

/** Where two texts begin and stop to differ, moved outwards to where words begin and end. */
function sameEnds(old: string, now: string): { start: number; oldEnd: number; nowEnd: number } {
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old.charCodeAt(start) === now.charCodeAt(start)) start++
  while (start > 0 && (isOneWith(old[start - 1], old[start]) || isOneWith(now[start - 1], now[start]))) start--
  let end = 0
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === now.charCodeAt(now.length - 1 - end)) end++
  const cuts = (text: string) => isOneWith(text[text.length - end - 1], text[text.length - end])
  while (end > 0 && (cuts(old) || cuts(now))) end--
  return { start, oldEnd: old.length - end, nowEnd: now.length - end }
}

/** Whether two units that follow each other may be of one word, or of one character. */
function isOneWith(unit: string | undefined, next: string | undefined): boolean {
  if (unit === undefined || next === undefined) return false
  return (IN_WORD.test(unit) && IN_WORD.test(next)) || /[\ud800-\udbff\u200d]/.test(unit) || /\p{M}|\u200d|\ufe0f/u.test(next)
}
const IN_WORD = /[\p{L}\p{N}\p{M}]/u

function compare(old: string, now: string): Change[] {
  if (old === now) return []
  if (old.length + now.length <= BY_LINES) return byWords(old, now)
  const lines = regionsOf(linesOf(old), linesOf(now), MOST_LINES)
  return lines.flatMap(({ start, end, to, toEnd }) =>
    byWords(old.slice(start, end), now.slice(to, toEnd)).map((change) => ({ ...change, start: change.start + start, end: change.end + start })),
  )
}

function byWords(old: string, now: string): Change[] {
  const regions = joined(regionsOf(wordsOf(old), wordsOf(now), MOST_WORDS), old, now)
  return regions.map(({ start, end, to, toEnd }) => refined(old.slice(start, end), now.slice(to, toEnd), start))
}

/** What differs: `old.slice(start, end)` is `now.slice(to, toEnd)`. */
type Region = { start: number; end: number; to: number; toEnd: number }

function regionsOf(old: string[], now: string[], most: number): Region[] {
  const parts = diffArrays(old, now, { maxEditLength: most })
  if (!parts) return [{ start: 0, end: lengthOf(old), to: 0, toEnd: lengthOf(now) }]
  const regions: Region[] = []
  let start = 0
  let to = 0
  for (const { added, removed, value } of parts) {
    const length = lengthOf(value)
    const last = regions.at(-1)
    if (added || removed) {
      const region = last && last.end === start && last.toEnd === to ? last : { start, end: start, to, toEnd: to }
      if (region !== last) regions.push(region)
      if (removed) region.end += length
      else region.toEnd += length
    }
    if (!added) start += length
    if (!removed) to += length
  }
  return regions
}

/**
 * Changes with nothing but a space between are one: nobody can tell which of two new words stands for which. So are changes with less
 * between them than either is long, unless each put one word for one: what they have in common may be so by chance.
 */
function joined(regions: readonly Region[], old: string, now: string): Region[] {
  const together: Region[] = []
  const isPlain = ({ start, end, to, toEnd }: Region) => isOneWord(old.slice(start, end)) && isOneWord(now.slice(to, toEnd))
  const sizeOf = ({ start, end, to, toEnd }: Region) => Math.max(end - start, toEnd - to)
  for (const region of regions) {
    const last = together.at(-1)
    const between = last ? old.slice(last.end, region.start) : ''
    const short = last && !(isPlain(last) && isPlain(region)) && between.length <= Math.min(sizeOf(last), sizeOf(region))
    if (last && (short || /^[^\S\n]+$/.test(between))) Object.assign(last, { end: region.end, toEnd: region.toEnd })
    else together.push({ ...region })
  }
  return together
}

/** One word for one stands for it. Of others, letters that are the same at both ends are left out where they are at least half: a letter in common is chance. */
function refined(old: string, now: string, start: number): Change {
  if (isOneWord(old) && isOneWord(now)) return { start, end: start + old.length, size: now.length, standsFor: true }
  const most = Math.min(old.length, now.length)
  let before = 0
  while (before < most && old[before] === now[before]) before++
  let after = 0
  while (after < most - before && old[old.length - 1 - after] === now[now.length - 1 - after]) after++
  const splits = (at: number, text: string) => /[\udc00-\udfff]/.test(text[at] ?? '')
  const inside =
    before > 0 &&
    after > 0 &&
    (before + after) * 2 >= most &&
    !splits(before, old) &&
    !splits(before, now) &&
    !splits(old.length - after, old) &&
    !splits(now.length - after, now)
  if (!inside) return { start, end: start + old.length, size: now.length }
  return { start: start + before, end: start + old.length - after, size: now.length - before - after }
}

const WORD = /[\p{L}\p{N}\p{M}]+|\n|[^\S\n]+|[^\p{L}\p{N}\p{M}\s]/gu
const wordsOf = (text: string): string[] => text.match(WORD) ?? []
const isOneWord = (text: string) => text.length > 0 && wordsOf(text).length === 1 && wordsOf(text)[0] === text && text.trim() !== ''
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const lengthOf = (parts: readonly string[]) => parts.reduce((sum, part) => sum + part.length, 0)
