import { lettersOf } from '../domain/fold-word.ts'
import type { QueryNode, QueryPhrase, QueryWord } from '../domain/query.ts'
import { wordsOf } from '../domain/word.ts'
import { stem } from './stem.ts'
import type { Stemming } from './stemming.ts'

/** Words and phrases that mean the same in a project. */
export type SynonymGroups = readonly (readonly string[])[]

/** Give each word and phrase of a search what means the same. A word is one of a group in any of its inflections. */
export function withSynonyms(node: QueryNode, groups: SynonymGroups, stemmings: readonly Stemming[]): QueryNode {
  if (groups.length === 0) return node
  if (node.kind === 'and' || node.kind === 'or') return { ...node, nodes: node.nodes.map((one) => withSynonyms(one, groups, stemmings)) }
  if (node.kind === 'not') return { ...node, node: withSynonyms(node.node, groups, stemmings) }
  if (node.kind !== 'word' && node.kind !== 'phrase') return node
  if (node.kind === 'word' && node.prefix === 'star') return node
  const also = groups.filter((group) => group.some((one) => isSame(one, node, stemmings))).flat()
  const others = [...new Set(also)].filter((one) => !isSame(one, node, stemmings))
  return others.length === 0 ? node : { ...node, also: others }
}

function isSame(member: string, node: QueryWord | QueryPhrase, stemmings: readonly Stemming[]): boolean {
  const letters = lettersOfAll(member)
  if (letters === node.letters) return true
  return node.kind === 'word' && wordsOf(member).length === 1 && stemmings.some((one) => stem(letters, one) === stem(node.letters, one))
}

/** The letters of all words of a text, joined. */
export function lettersOfAll(text: string): string {
  return wordsOf(text.normalize('NFC'))
    .map(({ word }) => lettersOf(word))
    .join('')
}
