import type { QueryNode, QueryPhrase, QueryWord } from '../domain/query.ts'
import type { IndexedSource } from './indexed-source.ts'
import { type Matcher, TIMES } from './match-words.ts'

/** The paragraphs of a project in order: `sources` in order with the place of each one's first paragraph. */
export type Shelf = { readonly sources: readonly IndexedSource[]; readonly firsts: readonly number[]; readonly size: number }

/** A word or phrase made ready: how to see it in words, and the places on the shelf where it may be (undefined: anywhere). */
export type Term = { readonly matcher: Matcher; readonly places: readonly number[] | undefined }
export type TermOf = (node: QueryWord | QueryPhrase) => Term

/** The score of a paragraph that is only not excluded: it answers, and says nothing about rank. */
const KEPT = 1e-6

/**
 * How well each place on the shelf answers; 0 is not at all. AND needs all and adds up, OR needs one and adds up, NOT
 * keeps what has none.
 *
 * A term scores idf x (kind + frequency): kind is 4 exact, 3 stem, 2 compound, 1 prefix, and frequency lies under 1, so
 * that a better kind of match always stands above a worse one; idf = ln(1 + paragraphs / paragraphs that answer).
 */
export function evaluate(node: QueryNode, shelf: Shelf, termOf: TermOf): Float64Array {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return weigh(scoreTerm(termOf(node), shelf))
    case 'not':
      return evaluate(node.node, shelf, termOf).map((score) => (score > 0 ? 0 : KEPT))
    case 'and':
      return node.nodes.map((one) => evaluate(one, shelf, termOf)).reduce(both)
    case 'or':
      return node.nodes.map((one) => evaluate(one, shelf, termOf)).reduce(either)
  }
}

function both(a: Float64Array, b: Float64Array): Float64Array {
  for (let at = 0; at < a.length; at++) a[at] = a[at]! > 0 && b[at]! > 0 ? a[at]! + b[at]! : 0
  return a
}
function either(a: Float64Array, b: Float64Array): Float64Array {
  for (let at = 0; at < a.length; at++) a[at]! += b[at]!
  return a
}

function scoreTerm({ matcher, places }: Term, shelf: Shelf): Float64Array {
  const scores = new Float64Array(shelf.size)
  if (places) for (const place of places) scores[place] = scoreAt(matcher, ...paragraphAt(shelf, place))
  else
    for (const [index, source] of shelf.sources.entries())
      for (let nth = 0; nth < source.paragraphs.length; nth++) scores[shelf.firsts[index]! + nth] = scoreAt(matcher, source, nth)
  return scores
}

/** Frequency saturates as in BM25 (k = 1.2, b = 0.75), a paragraph of 60 words being of ordinary length. */
function scoreAt(matcher: Matcher, source: IndexedSource, nth: number): number {
  const from = source.starts[nth]!
  const to = source.starts[nth + 1]!
  const tally = matcher.tally(source, from, to)
  if (tally === 0) return 0
  const times = tally % TIMES
  return Math.floor(tally / TIMES) + times / (times + 1.2 * (0.25 + (0.75 * (to - from)) / 60))
}

function weigh(scores: Float64Array): Float64Array {
  let answering = 0
  for (const score of scores) if (score > 0) answering++
  const idf = Math.log(1 + scores.length / Math.max(1, answering))
  for (let at = 0; at < scores.length; at++) scores[at]! *= idf
  return scores
}

/** The source and the paragraph in it that stand at a place of the shelf. */
export function paragraphAt({ sources, firsts }: Shelf, place: number): [source: IndexedSource, nth: number] {
  let low = 0
  let high = firsts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (firsts[middle]! <= place) low = middle
    else high = middle - 1
  }
  return [sources[low]!, place - firsts[low]!]
}
