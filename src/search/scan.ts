import { foldWord } from '../domain/fold-word.ts'
import type { QueryNode, QueryTerm, QueryWord } from '../domain/query.ts'
import { otherEndingsOf, stem, unevenFormsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import { lettersOfAll } from './with-synonyms.ts'

const SHORTEST = 3

/**
 * Letters of which every paragraph that answers must hold one, once all but letters and digits is taken out of it; null where
 * nothing short of an index can tell: very short words, likeness, and conditions alone.
 */
export function needlesOf(node: QueryNode, stemmings: readonly Stemming[]): string[] | null {
  if (node.kind === 'not' || node.kind === 'filter' || node.kind === 'match') return null
  if (node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near') {
    const needles = [...new Set(needlesOfTerm(node, stemmings))]
    return needles.some((one) => one.length < SHORTEST) ? null : needles
  }
  const all = node.nodes.map((one) => needlesOf(one, stemmings))
  if (node.kind === 'or') return all.includes(null) ? null : all.flatMap((needles) => needles ?? [])
  const sure = surest(all)
  return sure && [...sure, ...neighboursOf(node.nodes).flatMap((word) => needlesOfTerm(word, stemmings))]
}

/** Two words side by side may be written as one. */
function neighboursOf(nodes: readonly QueryNode[]): QueryWord[] {
  return nodes.flatMap((one, at) => {
    const next = nodes[at + 1]
    return one.kind === 'word' && next?.kind === 'word' && one.fuzzy === null ? [{ ...next, letters: one.letters + next.letters }] : []
  })
}

/** Of what must all be there, the one whose shortest needle is longest. */
function surest(all: readonly (string[] | null)[]): string[] | null {
  const shortest = (needles: readonly string[]) => Math.min(...needles.map(({ length }) => length))
  return all.reduce((best, one) => (!one || (best && shortest(best) >= shortest(one)) ? best : one), null)
}

function needlesOfTerm(term: QueryTerm, stemmings: readonly Stemming[]): string[] {
  if (term.kind === 'near') return surest(term.words.map((word) => needlesOfTerm(word, stemmings))) ?? ['']
  const also = (term.also ?? []).map(lettersOfAll)
  if (term.kind === 'phrase') return [term.letters, ...also]
  if (term.fuzzy !== null) return ['']
  return [term.letters, ...also].flatMap((word) => [
    word,
    ...stemmings.flatMap((one) => [stem(word, one), ...unevenFormsOf(word, one), ...otherEndingsOf(word, one)]),
  ])
}

/** Whether a paragraph holds one of the needles. */
export function mayAnswer(paragraph: string, needles: readonly string[]): boolean {
  const letters = foldWord(paragraph).replace(/[^\p{L}\p{N}]+/gu, '')
  return needles.some((one) => letters.includes(one))
}
