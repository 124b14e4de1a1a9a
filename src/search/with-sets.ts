import { expandSets, type FilterSet } from '../domain/expand-sets.ts'
import type { Clause, Filter } from '../domain/filter.ts'
import { parseQuery } from '../domain/parse-query.ts'
import type { Query, QueryFilter, QueryNode } from '../domain/query.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'

/** A search with what its sets stand for put in, as if it had been written there. A set that is not there stays, to be told of by who looks for it. */
export function withSets(query: Query, sets: readonly FilterSet[]): Query {
  return query.tree ? { ...query, tree: expand(query.tree, sets) } : query
}

function expand(node: QueryNode, sets: readonly FilterSet[]): QueryNode {
  if (node.kind === 'not') return { kind: 'not', node: expand(node.node, sets) }
  if (node.kind === 'and' || node.kind === 'or') {
    const nodes = node.nodes.map((one) => expand(one, sets))
    // Conditions of a set stand beside the others: several may be asked of one coding.
    return { kind: node.kind, nodes: nodes.flatMap((one) => (one.kind === node.kind ? one.nodes : [one])) }
  }
  return node.kind === 'filter' && node.clause.key === 'set' ? opened(node, sets) : node
}

function opened(node: QueryFilter, sets: readonly FilterSet[]): QueryNode {
  try {
    return nodeOf(expandSets({ clause: node.clause }, sets), node.at)
  } catch (error) {
    if (error instanceof Refusal) return node
    throw error
  }
}

function nodeOf(filter: Filter, at: Span): QueryNode {
  if ('clause' in filter) return clauseNode(filter.clause, at)
  if ('not' in filter) return { kind: 'not', node: nodeOf(filter.not, at) }
  return 'all' in filter ? { kind: 'and', nodes: filter.all.map((one) => nodeOf(one, at)) } : { kind: 'or', nodes: filter.any.map((one) => nodeOf(one, at)) }
}

/** Words of a set are words of the search. */
function clauseNode(clause: Clause, at: Span): QueryNode {
  if (clause.key === 'match') return { kind: 'match', value: clause.value, at }
  return (clause.key === 'words' && parseQuery(`${clause.value} `).tree) || { kind: 'filter', clause, at }
}
