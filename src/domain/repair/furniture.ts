import { isInterviewHeading } from '../interview-heading.ts'
import { beginsLow, endsSentence, labelOf } from './line-shape.ts'
import type { PageLine } from './page-line.ts'

/** What a page carries that is no part of the text. */
export type Furniture = 'running-heads' | 'page-numbers'

const NUMBER = /^[-–—|•·\s]*(?:(?:sid(?:a|e|an|en)?|page|pag|s|p)\.?\s*)?(\d{1,4})(?:\s*(?:av|of|\/|\||\()\s*\d{1,4}\)?)?[-–—|•·.\s]*$/i
/** Lines at the top and at the foot of a page where heads and numbers stand. */
const EDGE = 2
/** UTF-16 units of the longest running head. */
const LONGEST = 120

type Seen = { readonly at: number; readonly page: number; readonly numbers: readonly number[] }

/** Which lines are running heads and page numbers, by their place in `lines`. Those that are no more than likely are left. */
export function furnitureOf(lines: readonly PageLine[]): ReadonlyMap<number, Furniture> {
  return lines.some((line) => line.page) ? atEdges(lines) : betweenPages(lines)
}

/** Where pages are known: at their edges, recurring page after page, a number in them following the page's. */
function atEdges(lines: readonly PageLine[]): Map<number, Furniture> {
  const pages = pagesOf(lines)
  const last = pages.at(-1)!
  const found = new Map<number, Furniture>()
  const seen = new Map<string, Seen[]>()
  for (const at of lines.keys()) {
    if (!isAtEdge(pages, at) || !mayBeHead(lines[at]!.words)) continue
    const key = keyOf(lines[at]!.words)
    const numbers = (lines[at]!.words.match(/\d+/g) ?? []).map(Number)
    put(seen, key, { at, page: pages[at]!, numbers })
  }
  for (const group of seen.values()) {
    const number = NUMBER.test(lines[group[0]!.at]!.words)
    for (const at of number ? counting(group, Math.min(2, last)) : recurring(group)) found.set(at, number ? 'page-numbers' : 'running-heads')
  }
  return found
}

/** The page of each line, from 0. */
function pagesOf(lines: readonly PageLine[]): number[] {
  let page = 0
  return lines.map((line, at) => (at > 0 && line.page ? ++page : page))
}

function isAtEdge(pages: readonly number[], at: number): boolean {
  return pages[at - EDGE] !== pages[at] || pages[at + EDGE] !== pages[at]
}

/** Numbers that grow as the pages do: at least `least` with the same distance to their page. */
function counting(group: readonly Seen[], least: number): number[] {
  const byDistance = new Map<number, number[]>()
  for (const { at, page, numbers } of group) {
    const distance = numbers[0]! - page
    put(byDistance, distance, at)
  }
  return [...byDistance.values()].filter((places) => places.length >= Math.max(least, 2)).flat()
}

/** A head that comes at every page or every other: each of its numbers the same throughout, or the page's. */
function recurring(group: readonly Seen[]): number[] {
  if (group.length < 3) return []
  const steps = group.slice(1).map((one, at) => one.page - group[at]!.page)
  if (steps.filter((step) => step === 1 || step === 2).length < steps.length * 0.6) return []
  const steady = group[0]!.numbers.every((first, place) => {
    const same = group.filter((one) => one.numbers[place] === first).length
    const following = group.filter((one) => one.numbers[place]! - one.page === first - group[0]!.page).length
    return Math.max(same, following) >= group.length * 0.8
  })
  return steady ? group.map((one) => one.at) : []
}

/** Where no page's end is known: lines that recur and break sentences in two. */
function betweenPages(lines: readonly PageLine[]): Map<number, Furniture> {
  const groups = new Map<string, number[]>()
  for (const [at, { words }] of lines.entries()) {
    if (!mayBeHead(words)) continue
    const key = NUMBER.test(words) ? '#' : keyOf(words)
    put(groups, key, at)
  }
  const candidates = new Set<number>()
  for (const [key, places] of groups) if (places.length >= 3) for (const at of key === '#' ? chained(lines, places) : places) candidates.add(at)
  const breaking = breakingSentences(lines, candidates)
  const found = new Map<number, Furniture>()
  for (const [key, places] of groups) {
    const kept = places.filter((at) => candidates.has(at))
    if (kept.length < 3 || kept.filter((at) => breaking.has(at)).length < Math.max(2, kept.length * 0.3)) continue
    for (const at of kept) found.set(at, key === '#' ? 'page-numbers' : 'running-heads')
  }
  return found
}

/** Those of the number lines that are one more than the one before, or one less than the next. */
function chained(lines: readonly PageLine[], places: readonly number[]): number[] {
  const values = places.map((at) => Number(NUMBER.exec(lines[at]!.words)![1]))
  return places.filter((_, n) => values[n]! - 1 === values[n - 1] || values[n]! + 1 === values[n + 1])
}

/** Those of the candidates that stand, alone or with others, between two halves of a sentence. */
function breakingSentences(lines: readonly PageLine[], candidates: ReadonlySet<number>): Set<number> {
  const breaking = new Set<number>()
  let between: number[] = []
  let before: PageLine | undefined
  for (const [at, line] of lines.entries()) {
    if (candidates.has(at)) {
      between.push(at)
      continue
    }
    if (before && !endsSentence(before.words) && beginsLow(line.words)) for (const one of between) breaking.add(one)
    between = []
    before = line
  }
  return breaking
}

function mayBeHead(words: string): boolean {
  return words.length <= LONGEST && !/[?!:]$/.test(words) && !beginsLow(words) && !isInterviewHeading(words) && (NUMBER.test(words) || !labelOf(words))
}

function keyOf(words: string): string {
  return words.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
