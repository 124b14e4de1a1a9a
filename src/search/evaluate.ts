import type { QueryMatch, QueryTerm } from '../domain/query.ts'
import type { Condition, Gathered } from './conditions.ts'
import type { Shelf } from './shelf.ts'
import type { TermHits } from './term-hits.ts'

export type Asking = {
  /** How each place on the shelf answers a word or phrase. `denied`: it is asked for to be kept away. */
  readonly hitsOf: (term: QueryTerm, denied: boolean) => TermHits
  /** A 1 for each place that a condition holds for. */
  readonly maskOf: (condition: Condition) => Uint8Array
  /** A 1 for each place whose best word answers in this way. */
  readonly matching: (match: QueryMatch) => Uint8Array
}

/** What a place scores that meets a condition or has nothing that is kept away: it answers, and says nothing about rank. */
const KEPT = 1e-9
/** Below it a score is only KEPT; from it to 1 something answers by likeness alone; from 1 on it does not. */
const ALIKE = 1e-6
const DOWN = 1e-4

/**
 * How well each place on the shelf answers; 0 is not at all. AND needs all and adds up, OR needs one and adds up, NOT
 * keeps what has none.
 *
 * A term scores idf x (kind + frequency): kind is 6 for the exact form down to 2 for a beginning, and frequency lies under
 * 1, so that a better kind of match always stands above a worse one; idf = ln(1 + paragraphs / paragraphs that answer).
 * What answers some term only by likeness stands below everything that does not.
 */
export function evaluate(node: Gathered, shelf: Shelf, asking: Asking, denied = false): Float64Array {
  switch (node.kind) {
    case 'condition':
      return keptWhere(asking.maskOf(node))
    case 'match':
      return keptWhere(asking.matching(node))
    case 'not':
      return turned(evaluate(node.node, shelf, asking, !denied))
    case 'and':
      return untilNone(node.nodes, (one) => evaluate(one, shelf, asking, denied), both)
    case 'or':
      return node.nodes.map((one) => evaluate(one, shelf, asking, denied)).reduce(either)
    default:
      return weigh(asking.hitsOf(node, denied), shelf)
  }
}

// Loops throughout: over 220,000 paragraphs a function for each costs more than all else.
function keptWhere(mask: Uint8Array): Float64Array {
  const scores = new Float64Array(mask.length)
  for (let at = 0; at < mask.length; at++) if (mask[at] !== 0) scores[at] = KEPT
  return scores
}
function turned(scores: Float64Array): Float64Array {
  for (let at = 0; at < scores.length; at++) scores[at] = scores[at]! > 0 ? 0 : KEPT
  return scores
}
function both(a: Float64Array, b: Float64Array): Float64Array {
  for (let at = 0; at < a.length; at++) {
    const [one, other] = [a[at]!, b[at]!]
    if (one === 0 || other === 0) a[at] = 0
    else if (one < ALIKE || other < ALIKE || one < 1 === other < 1) a[at] = one + other
    else a[at] = one < 1 ? one + other * DOWN : other + one * DOWN
  }
  return a
}
function either(a: Float64Array, b: Float64Array): Float64Array {
  for (let at = 0; at < a.length; at++) a[at]! += b[at]!
  return a
}

/** Which places on the shelf answer at all, for hits that are not ranked: more than 0 for each that `evaluate` gives a score. */
export function answering(node: Gathered, asking: Asking, denied = false): Uint8Array {
  switch (node.kind) {
    case 'condition':
      return asking.maskOf(node).slice()
    case 'match':
      return asking.matching(node).slice()
    case 'not':
      return answering(node.node, asking, !denied).map((met) => (met === 0 ? 1 : 0))
    case 'and':
      return untilNone(
        node.nodes,
        (one) => answering(one, asking, denied),
        (all, one) => combined(all, one, true),
      )
    case 'or':
      return node.nodes.map((one) => answering(one, asking, denied)).reduce((all, one) => combined(all, one, false))
    default:
      return asking.hitsOf(node, denied).best.slice()
  }
}

/** What all of them meet; where nothing is left, the rest need not be asked. */
function untilNone<T extends Float64Array | Uint8Array>(nodes: readonly Gathered[], ask: (node: Gathered) => T, join: (all: T, one: T) => T): T {
  let all = ask(nodes[0]!)
  for (let at = 1; at < nodes.length && all.some((score) => score > 0); at++) all = join(all, ask(nodes[at]!))
  return all
}

function combined(a: Uint8Array, b: Uint8Array, needsBoth: boolean): Uint8Array {
  if (needsBoth) for (let at = 0; at < a.length; at++) a[at] = a[at] === 0 || b[at] === 0 ? 0 : 1
  else for (let at = 0; at < a.length; at++) a[at]! |= b[at]!
  return a
}

/** Frequency saturates as in BM25 (k = 1.2, b = 0.75), a paragraph of 60 words being of ordinary length. */
function weigh({ best, times }: TermHits, { sources, firsts, size }: Shelf): Float64Array {
  const scores = new Float64Array(size)
  let answering = 0
  for (let place = 0; place < size; place++) if (best[place]! > 0) answering++
  const idf = Math.log(1 + size / Math.max(1, answering))
  for (const [index, { starts }] of sources.entries())
    for (let nth = 0, place = firsts[index]!; nth + 1 < starts.length; nth++, place++) {
      const kind = best[place]!
      if (kind === 0) continue
      const frequency = times[place]! / (times[place]! + 1.2 * (0.25 + (0.75 * (starts[nth + 1]! - starts[nth]!)) / 60))
      scores[place] = kind > 1 ? 1 + idf * (kind + frequency) : idf * (kind + frequency) * DOWN
    }
  return scores
}
