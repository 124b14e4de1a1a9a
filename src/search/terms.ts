import type { QueryNode } from '../domain/query.ts'

/** Two words side by side may be written as one: where the corpus knows that word (co working, coworking), it answers too. */
export function joinNeighbours(node: QueryNode, isKnown: (letters: string) => boolean): QueryNode {
  if (node.kind === 'or') return { ...node, nodes: node.nodes.map((one) => joinNeighbours(one, isKnown)) }
  if (node.kind === 'not') return { ...node, node: joinNeighbours(node.node, isKnown) }
  if (node.kind !== 'and') return node
  const nodes: QueryNode[] = []
  for (let at = 0; at < node.nodes.length; at++) {
    const one = node.nodes[at]!
    const next = node.nodes[at + 1]
    const joined = one.kind === 'word' && next?.kind === 'word' && one.prefix !== 'star' && one.fuzzy === null ? one.letters + next.letters : ''
    if (joined.length < 4 || !isKnown(joined) || next?.kind !== 'word') nodes.push(joinNeighbours(one, isKnown))
    else {
      nodes.push({
        kind: 'or',
        nodes: [
          { kind: 'and', nodes: [one, next] },
          { ...next, word: joined, letters: joined },
        ],
      })
      at++
    }
  }
  return nodes.length === 1 ? nodes[0]! : { kind: 'and', nodes }
}
