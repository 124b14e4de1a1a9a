import { foldWord } from '../domain/fold-word.ts'
import { type QueryNode, type QueryTerm, termsOf } from '../domain/query.ts'
import { otherEndingsOf, stem, unevenFormsOf } from './stem.ts'
import type { Stemming } from './stemming.ts'
import { lettersOfAll } from './with-synonyms.ts'

const SHORTEST = 3

/**
 * Letters of which every paragraph that answers must hold one, once all but letters and digits is taken out of it; null where
 * nothing short of an index can tell: very short words, likeness, and conditions alone.
 */
export function needlesOf(tree: QueryNode, stemmings: readonly Stemming[]): string[] | null {
  const terms = termsOf(tree)
  if (terms.length === 0 || !needsWords(tree)) return null
  const needles = terms.flatMap((term) => needlesOfTerm(term, stemmings))
  return needles.some((one) => one.length < SHORTEST) ? null : [...new Set(needles)]
}

/** Whether no paragraph answers that has none of the words asked for. */
function needsWords(node: QueryNode): boolean {
  if (node.kind === 'and') return node.nodes.some(needsWords)
  if (node.kind === 'or') return node.nodes.every(needsWords)
  return node.kind !== 'not' && node.kind !== 'filter'
}

function needlesOfTerm(term: QueryTerm, stemmings: readonly Stemming[]): string[] {
  if (term.kind === 'near') return term.words.flatMap((word) => needlesOfTerm(word, stemmings))
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
