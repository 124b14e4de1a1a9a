import { bestPlace, type FoundPlace } from '../domain/found-place.ts'
import { indexAt } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import type { Places } from './conditions.ts'
import { type IndexedSource, wordsIn } from './indexed-source.ts'
import { kindName } from './match-kind.ts'
import type { Matcher, WordMatch } from './match-words.ts'
import { liesWithin, matchesWithin } from './said-within.ts'
import type { Mark, ParagraphHit } from './searcher.ts'

/** Words shown of a paragraph that was found by what it is, not by its words. */
const WORDS_SHOWN = 8

/** What is marked in hits: each term's words within its places; `all`: where every word lies that is shown. */
export type Shows = { readonly terms: readonly { readonly matcher: Matcher; readonly places: readonly Places[] }[]; readonly all: readonly Places[] }

/** A paragraph as a hit: every word that answers marked, none twice. */
export function hitOf(source: IndexedSource, nth: number, { terms, all }: Shows): ParagraphHit {
  const paragraph = source.paragraphs[nth]!
  const { start, end, number } = paragraph
  const from = source.starts[nth]!
  const matches = terms.map(({ matcher, places }, term) =>
    matchesWithin(source, nth, matcher.list(source, from, source.starts[nth + 1]!), places).map(({ from, to, kind }) => ({ from, to, kind, term })),
  )
  const words = wordsIn(source.text, paragraph, source.apart)
  const toMark = (match: TermMatch): Mark => ({
    start: words[match.from - from]!.start,
    end: words[match.to - 1 - from]!.end,
    kind: kindName(match.kind),
    term: match.term,
  })
  const marks = apart(matches.flat()).map(toMark)
  const places = groupsOf(source.text, matches, toMark).map((group) => placeOf(group, toMark))
  return {
    sourceId: source.id,
    paragraph: number,
    start,
    end,
    text: source.text.slice(start, end),
    saidFrom: saidFrom(source, { start, end }),
    marks,
    best: bestPlace(places) ?? beginningOf(wordsWithin(words, source.id, all), paragraph),
    places,
  }
}

function wordsWithin<W extends Span>(words: readonly W[], sourceId: number, all: readonly Places[]): readonly W[] {
  if (all.length === 0) return words
  const spans = all.map((places) => places.get(sourceId) ?? [])
  return words.filter((word) => liesWithin(word, spans))
}

function beginningOf(words: readonly Span[], { start, end }: Span): FoundPlace {
  const shown = words.slice(0, WORDS_SHOWN)
  return { start: shown[0]?.start ?? start, end: shown.at(-1)?.end ?? end, kind: 'exact', terms: 0 }
}

function saidFrom({ text, apart }: IndexedSource, { start, end }: Span): number {
  let from = start
  for (const span of apart.slice(apart.length === 0 ? 0 : indexAt(apart, start), apart.length)) {
    if (span.start > from) break
    if (span.end > from) from = span.end
    while (from < end && /[\s:]/.test(text[from]!)) from++
  }
  return Math.min(from, end)
}

/** In order; of matches that overlap, the longer and then the better. */
function apart(matches: readonly TermMatch[]): TermMatch[] {
  const kept: TermMatch[] = []
  const taken = new Set<number>()
  for (const match of [...matches].sort((a, b) => b.to - b.from - (a.to - a.from) || b.kind - a.kind)) {
    const places = Array.from({ length: match.to - match.from }, (_, nth) => match.from + nth)
    if (places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    kept.push(match)
  }
  return kept.sort((a, b) => a.from - b.from)
}

type TermMatch = WordMatch & { readonly term: number }

/** Words that answer, those that stand side by side read together; as the text goes. */
function groupsOf(text: string, matches: readonly (readonly TermMatch[])[], toMark: ToMark): TermMatch[][] {
  const groups: TermMatch[][] = []
  for (const match of matches.flat().sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = groups.at(-1)
    if (last && goesOn(last, match, (end, start) => text.slice(toMark(end).end, toMark(start).start))) last.push(match)
    else groups.push([match])
  }
  return groups
}
type ToMark = (match: TermMatch) => Mark

function placeOf(group: readonly TermMatch[], toMark: ToMark): FoundPlace {
  const ends = group.map(toMark)
  const kind = kindName(Math.max(...group.map((one) => one.kind)))
  return {
    start: Math.min(...ends.map((one) => one.start)),
    end: Math.max(...ends.map((one) => one.end)),
    kind,
    terms: new Set(group.map(({ term }) => term)).size,
  }
}

/** The match overlaps the group, or is another term's and follows at once in the same sentence. */
function goesOn(group: readonly TermMatch[], match: TermMatch, between: (end: TermMatch, start: TermMatch) => string): boolean {
  const last = group.reduce((most, one) => (one.to > most.to ? one : most))
  if (match.from < last.to) return true
  return match.from === last.to && group.every(({ term }) => term !== match.term) && !/[.!?;:]/.test(between(last, match))
}
