import { type Expansion, GOES_ON } from './expand-word.ts'
import type { IndexedSource } from './indexed-source.ts'
import { EXACT } from './match-kind.ts'
import type { Matcher } from './match-words.ts'
import { placeOfForm } from './postings.ts'
import type { Shelf } from './shelf.ts'

/** For each place on the shelf the best kind of match, 0 where there is none, and how many matches, at most 255. */
export type TermHits = { readonly best: Uint8Array; readonly times: Uint8Array }

/** The places of a word, by its forms' lists in each source. */
export function hitsOfWord(expansion: Expansion, shelf: Shelf): TermHits {
  const hits = { best: new Uint8Array(shelf.size), times: new Uint8Array(shelf.size) }
  for (const [index, source] of shelf.sources.entries()) {
    const kinds = expansion.kinds.get(source.stemming)
    if (!kinds) continue
    const first = shelf.firsts[index]!
    const few = expansion.forms.length * 24 < source.forms.length
    if (few) for (const form of expansion.forms) addForm(hits, source, first, placeOfForm(source, form), kinds[form]! & (GOES_ON - 1))
    else
      for (let nth = 0; nth < source.forms.length; nth++) {
        const byte = kinds[source.forms[nth]!]!
        if (byte !== 0) addForm(hits, source, first, nth, byte & (GOES_ON - 1))
      }
    for (const [form, next] of expansion.pairs) addPair(hits, source, first, form, next)
  }
  return hits
}

function addForm({ best, times }: TermHits, { begins, places }: IndexedSource, first: number, nth: number, kind: number): void {
  if (nth < 0 || kind === 0) return
  for (let at = begins[nth]!; at < begins[nth + 1]!; at++) {
    const place = first + (places[at]! >>> 8)
    if (best[place]! < kind) best[place] = kind
    times[place] = Math.min(255, times[place]! + (places[at]! & 255))
  }
}

/** Two words that together are the one that is asked for. */
function addPair({ best, times }: TermHits, source: IndexedSource, first: number, form: number, next: number): void {
  const nth = placeOfForm(source, form)
  if (nth < 0 || placeOfForm(source, next) < 0) return
  for (let at = source.begins[nth]!; at < source.begins[nth + 1]!; at++) {
    const paragraph = source.places[at]! >>> 8
    const found = countPairs(source, paragraph, form, next)
    if (found === 0) continue
    best[first + paragraph] = EXACT
    times[first + paragraph] = Math.min(255, times[first + paragraph]! + found)
  }
}

function countPairs({ words, starts }: IndexedSource, nth: number, form: number, next: number): number {
  let found = 0
  for (let at = starts[nth]!; at + 1 < starts[nth + 1]!; at++) if (words[at] === form && words[at + 1] === next) found++
  return found
}

/** The places of what must be looked for word by word: where one of the matcher's forms is, or else where `mayHold` is not 0. */
export function hitsOfMatcher(matcher: Matcher, shelf: Shelf, mayHold?: Uint8Array): TermHits {
  const hits = { best: new Uint8Array(shelf.size), times: new Uint8Array(shelf.size) }
  for (const [index, source] of shelf.sources.entries()) {
    const first = shelf.firsts[index]!
    for (const nth of matcher.oneOf ? paragraphsWith(source, matcher.oneOf) : paragraphsFrom(source, first, mayHold)) {
      const { kind, times } = matcher.tally(source, source.starts[nth]!, source.starts[nth + 1]!)
      hits.best[first + nth] = kind
      hits.times[first + nth] = Math.min(255, times)
    }
  }
  return hits
}

function paragraphsFrom({ paragraphs }: IndexedSource, first: number, mayHold?: Uint8Array): number[] {
  const found: number[] = []
  for (let nth = 0; nth < paragraphs.length; nth++) if (mayHold?.[first + nth] !== 0) found.push(nth)
  return found
}

function paragraphsWith(source: IndexedSource, forms: readonly number[]): Set<number> {
  const found = new Set<number>()
  for (const form of forms) {
    const nth = placeOfForm(source, form)
    if (nth >= 0) for (let at = source.begins[nth]!; at < source.begins[nth + 1]!; at++) found.add(source.places[at]! >>> 8)
  }
  return found
}
