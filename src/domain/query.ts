import type { Clause } from './filter.ts'
import type { MatchKind } from './match-kind.ts'
import type { Span } from './span.ts'

/** A search as it was meant. `at`: where in what was typed it stands. */
export type QueryNode =
  | QueryWord
  | QueryPhrase
  | QueryNear
  | QueryFilter
  | QueryMatch
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }

/**
 * `letters`: the word folded and joined, as the index compares it. `prefix`: longer words that begin so are meant too,
 * however short it is (a star, or the last word while it is being written). `fuzzy`: letters that may differ, 0 for as
 * many as suit its length, null for none. `also`: what means the same in the project.
 */
export type QueryWord = {
  readonly kind: 'word'
  readonly word: string
  readonly letters: string
  readonly prefix: 'star' | 'last' | null
  readonly fuzzy: 0 | 1 | 2 | null
  readonly at: Span
  readonly also?: readonly string[]
}
/** Words just so, after each other. `open`: the phrase is still being written, and its last word may go on. */
export type QueryPhrase = {
  readonly kind: 'phrase'
  readonly words: string
  readonly letters: string
  readonly open: boolean
  readonly at: Span
  readonly also?: readonly string[]
}
/** Words in any order and form, near each other: two of them at most `within` words apart, each further one within one more. */
type QueryNear = { readonly kind: 'near'; readonly words: readonly QueryWord[]; readonly within: number; readonly at: Span }
/** A condition on the paragraph of the hit, as `parseFilter` reads it. */
export type QueryFilter = { readonly kind: 'filter'; readonly clause: Clause; readonly at: Span }
/** A condition on how the best word of the paragraph answers: `match:exact`. */
export type QueryMatch = { readonly kind: 'match'; readonly value: MatchKind; readonly at: Span }
/** What asks for words. */
export type QueryTerm = QueryWord | QueryPhrase | QueryNear

/** What could not be taken as written: a key of the catalogues, and the character from 1 that it is about. The search goes on with the rest. `instead`: searches that may have been meant. */
export type QueryProblem = {
  readonly key: string
  readonly place: number | null
  readonly values: Readonly<Record<string, string | number>>
  readonly instead?: readonly Instead[]
}
/** `query`: the search as it would be typed with `words` in the place of what was not understood. */
type Instead = { readonly words: string; readonly query: string }
/** `tree` is null where nothing is asked for. */
export type Query = { readonly typed: string; readonly tree: QueryNode | null; readonly problems: readonly QueryProblem[] }

/** The words and phrases that are asked for, not those kept away: what is marked in a hit. */
export function termsOf(node: QueryNode): QueryTerm[] {
  if (node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near') return [node]
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(termsOf) : []
}

/** Every condition of a search, denied or not. */
export function filtersOf(node: QueryNode): QueryFilter[] {
  if (node.kind === 'filter') return [node]
  if (node.kind === 'not') return filtersOf(node.node)
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(filtersOf) : []
}

/** The conditions of a search that ask for a code, not those that keep one away. */
export function codesAskedOf(node: QueryNode): (Clause & { key: 'code' })[] {
  if (node.kind === 'filter') return node.clause.key === 'code' ? [node.clause as Clause & { key: 'code' }] : []
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(codesAskedOf) : []
}
