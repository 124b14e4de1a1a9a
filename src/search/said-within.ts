import type { Clause } from '../domain/filter.ts'
import type { QueryTerm } from '../domain/query.ts'
import { type Span, subtract, unionOf } from '../domain/span.ts'
import type { Condition, Gathered, Places } from './conditions.ts'
import { type IndexedSource, wordsIn } from './indexed-source.ts'
import type { Matcher, WordMatch } from './match-words.ts'
import type { Shelf } from './shelf.ts'
import type { TermHits } from './term-hits.ts'

/** What is asked of who says words, and in answer to what: the words beside it must lie there themselves, for a question may stand in the paragraph of its answer. */
const ofWords: ReadonlySet<Clause['key']> = new Set<Clause['key']>(['role', 'speaker', 'question', 'answer'])

/** Conditions of which any must hold. */
type AnyOf = readonly Condition[]

/** The conditions that the words of each term must lie under, by the term. */
export function saidUnder(node: Gathered, above: readonly AnyOf[] = [], under = new Map<QueryTerm, readonly AnyOf[]>()) {
  if (isTerm(node)) return above.length > 0 ? under.set(node, above) : under
  if (node.kind === 'not') return saidUnder(node.node, above, under)
  if (node.kind !== 'and' && node.kind !== 'or') return under
  const here = node.kind === 'and' ? [...above, ...conditionsOfWords(node)] : above
  for (const one of node.nodes) saidUnder(one, here, under)
  return under
}

function isTerm(node: Gathered): node is QueryTerm {
  return node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near'
}

/** What every word shown of a hit must lie under. */
export function conditionsOfWords(node: Gathered): AnyOf[] {
  const nodes = node.kind === 'and' ? node.nodes : [node]
  return nodes.flatMap((one) => {
    const any = one.kind === 'or' ? one.nodes : [one]
    const conditions = any.flatMap((each) => (each.kind === 'condition' && each.clauses.every(({ key }) => ofWords.has(key)) ? [each] : []))
    return conditions.length === any.length ? [conditions] : []
  })
}

/** Where any of some conditions holds. */
export function placesOfAny(any: AnyOf, placesOf: ReadonlyMap<string, Places>): Places {
  const each = any.flatMap(({ key }) => placesOf.get(key) ?? [])
  if (each.length === 1) return each[0]!
  const ids = new Set(each.flatMap((places) => [...places.keys()]))
  return new Map([...ids].map((id) => [id, unionOf(each.flatMap((places) => places.get(id) ?? []))]))
}

/** The terms that are asked for, not those kept away. */
export function termsAsked(node: Gathered): QueryTerm[] {
  if (isTerm(node)) return [node]
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(termsAsked) : []
}

/** Whether each paragraph of the shelf has a word outside the places: 1, or 2 where none of it lies in any of them. */
export function outsideOf(places: Places, { sources, firsts, size }: Shelf): Uint8Array {
  const mask = new Uint8Array(size)
  for (const [index, { id, text, paragraphs, apart }] of sources.entries()) {
    const own = places.get(id) ?? []
    const spans = [...own, ...apart].sort((a, b) => a.start - b.start)
    const isTouched = (paragraph: Span) => own.some(({ start, end }) => start < paragraph.end && paragraph.start < end)
    let from = 0
    for (const [nth, paragraph] of paragraphs.entries()) {
      while (from < spans.length && spans[from]!.end <= paragraph.start) from++
      let to = from
      while (to < spans.length && spans[to]!.start < paragraph.end) to++
      const outside = subtract([paragraph], spans.slice(from, to))
      if (outside.some(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))) mask[firsts[index]! + nth] = isTouched(paragraph) ? 1 : 2
    }
  }
  return mask
}

/** `outside`: for each of the places, `outsideOf` them. */
type Within = { readonly places: readonly Places[]; readonly outside: readonly Uint8Array[] }

/** A term's hits, without those whose words lie outside the places. */
export function hitsWithin(hits: TermHits, matcher: Matcher, { places, outside }: Within, shelf: Shelf): TermHits {
  const left = { best: hits.best.slice(), times: hits.times.slice() }
  for (const [index, source] of shelf.sources.entries())
    for (let nth = 0, place = shelf.firsts[index]!; nth < source.paragraphs.length; nth++, place++) {
      if (left.best[place] === 0 || outside.every((mask) => mask[place] === 0)) continue
      const isOut = outside.some((mask) => mask[place] === 2)
      const matches = isOut ? [] : matchesWithin(source, nth, matcher.list(source, source.starts[nth]!, source.starts[nth + 1]!), places)
      left.best[place] = Math.max(0, ...matches.map(({ kind }) => kind))
      left.times[place] = Math.min(255, matches.length)
    }
  return left
}

/** The matches of a paragraph whose every word lies within all of the places. */
export function matchesWithin(source: IndexedSource, nth: number, matches: readonly WordMatch[], places: readonly Places[]): WordMatch[] {
  if (places.length === 0 || matches.length === 0) return [...matches]
  const from = source.starts[nth]!
  const words = wordsIn(source.text, source.paragraphs[nth]!, source.apart)
  const spans = places.map((one) => one.get(source.id) ?? [])
  return matches.filter((match) => words.slice(match.from - from, match.to - from).every((word) => liesWithin(word, spans)))
}

/** A word lies within all of the places that it shares a character with one of each. */
export function liesWithin(word: Span, places: readonly (readonly Span[])[]): boolean {
  return places.every((spans) => spans.some(({ start, end }) => start < word.end && word.start < end))
}
