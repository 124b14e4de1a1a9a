import type { QueryNode, QueryPhrase, QueryWord } from '../domain/query.ts'

/** The words and phrases that are asked for, not those kept away: what is marked in a hit. */
export function termsOf(node: QueryNode): (QueryWord | QueryPhrase)[] {
  if (node.kind === 'word' || node.kind === 'phrase') return [node]
  return node.kind === 'not' ? [] : node.nodes.flatMap(termsOf)
}

/** Two words side by side may be written as one: where the corpus knows that word (co working, coworking), it answers too. */
export function joinNeighbours(node: QueryNode, isKnown: (letters: string) => boolean): QueryNode {
  if (node.kind === 'or') return { ...node, nodes: node.nodes.map((one) => joinNeighbours(one, isKnown)) }
  if (node.kind === 'not') return { ...node, node: joinNeighbours(node.node, isKnown) }
  if (node.kind !== 'and') return node
  const nodes: QueryNode[] = []
  for (let at = 0; at < node.nodes.length; at++) {
    const one = node.nodes[at]!
    const next = node.nodes[at + 1]
    const joined = one.kind === 'word' && one.prefix !== 'star' && next?.kind === 'word' ? one.letters + next.letters : ''
    if (joined.length < 4 || !isKnown(joined)) nodes.push(joinNeighbours(one, isKnown))
    else {
      const together: QueryNode = { kind: 'word', word: joined, letters: joined, prefix: next!.kind === 'word' ? next!.prefix : null }
      nodes.push({ kind: 'or', nodes: [{ kind: 'and', nodes: [one, next!] }, together] })
      at++
    }
  }
  return nodes.length === 1 ? nodes[0]! : { kind: 'and', nodes }
}
