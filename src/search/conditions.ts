import type { Clause } from '../domain/filter.ts'
import { formatClause } from '../domain/format-filter.ts'
import type { QueryMatch, QueryNode, QueryTerm } from '../domain/query.ts'
import type { Span } from '../domain/span.ts'

/** A condition on a paragraph. Several clauses are asked of one and the same coding. */
export type Condition = { readonly kind: 'condition'; readonly clauses: readonly Clause[]; readonly key: string }
/** Where a condition holds: stretches of each source, in order and apart. A paragraph that shares a character with one meets it. */
export type Places = ReadonlyMap<number, readonly Span[]>
/** A search whose conditions are gathered. */
export type Gathered = QueryTerm | QueryMatch | Condition | Group | Denied
type Group = { readonly kind: 'and' | 'or'; readonly nodes: readonly Gathered[] }
type Denied = { readonly kind: 'not'; readonly node: Gathered }

/** What is asked of a coding beside its code. */
const ofCodings: ReadonlySet<Clause['key']> = new Set<Clause['key']>(['coder', 'made', 'from', 'to', 'memo', 'state', 'review'])

/**
 * Put together what is asked of one coding: beside each other, `code:Rent coder:Anna` is a coding that Anna made with that code, and
 * `code:Rent code:Premises coder:Anna` two of hers in the paragraph, `(code:Rent OR code:Premises) coder:Anna` one of hers with either. What is denied stands alone: `-coder:Anna` has no coding of hers.
 */
export function gatherConditions(node: QueryNode): Gathered {
  if (node.kind === 'filter') return conditionOf([node.clause])
  if (node.kind === 'not') return { kind: 'not', node: gatherConditions(node.node) }
  if (node.kind === 'or') return { kind: 'or', nodes: node.nodes.map(gatherConditions) }
  if (node.kind === 'word' || node.kind === 'phrase' || node.kind === 'near' || node.kind === 'match') return node
  const clauses = node.nodes.flatMap((one) => (one.kind === 'filter' ? [one.clause] : []))
  const beside = clauses.filter(({ key }) => ofCodings.has(key))
  const codes = clauses.filter(({ key }) => key === 'code')
  const either = node.nodes.flatMap((one) => codesOf(one) ?? [])
  const alone = beside.length > 0 && codes.length + either.length === 0 ? [conditionOf(beside)] : []
  const conditions = [...codes.map((code) => conditionOf([code, ...beside])), ...alone]
  const gather = (one: QueryNode): Gathered => {
    const any = codesOf(one)
    return any ? { kind: 'or', nodes: any.map((code) => conditionOf([code, ...beside])) } : gatherConditions(one)
  }
  const others = clauses.filter(({ key }) => key !== 'code' && !ofCodings.has(key)).map((one) => conditionOf([one]))
  return { kind: 'and', nodes: [...node.nodes.filter(({ kind }) => kind !== 'filter').map(gather), ...conditions, ...others] }
}

export function conditionsOf(node: Gathered): Condition[] {
  if (node.kind === 'condition') return [node]
  if (node.kind === 'not') return conditionsOf(node.node)
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(conditionsOf) : []
}

/** The codes of which a part of a search asks for any. */
function codesOf(node: QueryNode): Clause[] | null {
  if (node.kind !== 'or') return null
  const codes = node.nodes.flatMap((one) => (one.kind === 'filter' && one.clause.key === 'code' ? [one.clause] : []))
  return codes.length === node.nodes.length ? codes : null
}

function conditionOf(clauses: readonly Clause[]): Condition {
  return { kind: 'condition', clauses, key: clauses.map(formatClause).join(' ') }
}
