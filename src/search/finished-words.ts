import type { QueryNode } from '../domain/query.ts'

/**
 * The last word of a search may be a beginning, for it is still being written; a word that the texts have as it stands is
 * that word, and nothing is found that merely begins like it. `isWord` is asked of its letters.
 */
export function finishedWords(node: QueryNode, isWord: (letters: string) => boolean): QueryNode {
  if (node.kind === 'and' || node.kind === 'or') return { ...node, nodes: node.nodes.map((one) => finishedWords(one, isWord)) }
  if (node.kind === 'not') return { ...node, node: finishedWords(node.node, isWord) }
  return node.kind === 'word' && node.prefix === 'last' && isWord(node.letters) ? { ...node, prefix: null } : node
}
