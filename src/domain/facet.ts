import type { Clause } from './filter.ts'
import { formatClause } from './format-filter.ts'
import type { Query, QueryNode } from './query.ts'
import type { Span } from './span.ts'

/** What a search can be narrowed by; attributes by name. Of one group, a search says this or that; of several, all. */
export type FacetGroup = 'match' | 'case' | 'code' | 'role' | 'kind' | 'language' | `attribute:${string}`

/** Where a search says which of a group it wants: the first such part of it, and each value as it stands there. */
export type FacetPart = { readonly node: QueryNode; readonly values: readonly string[] }

/** A group as the page shows it. `hits` of a value are those that it leaves, of one that would be `added` to others of its group those that it brings besides. `query`: the search with the value, or without it where it has it. `of`: cases with a source that the value is true of. */
export type ShownFacet = { readonly group: FacetGroup; readonly values: readonly ShownValue[] }
export type ShownValue = {
  readonly id: string
  readonly label: string
  readonly hits: number
  readonly chosen: boolean
  readonly added: boolean
  readonly query: string
  readonly cases?: { readonly hit: number; readonly of: number }
  readonly code?: { readonly key: string; readonly tone: number; readonly depth: number }
}

/** The part of a search that narrows it by a group; it must hold for the whole of it. */
export function facetPart(tree: QueryNode | null, group: FacetGroup): FacetPart | null {
  const node = tree && partsOf(tree).find((one) => groupOf(one) === group)
  return node ? { node, values: node.kind === 'or' ? node.nodes.map(textOf) : [textOf(node)] } : null
}

/** The search without what it says of a group; null where nothing is left. */
export function withoutFacet(tree: QueryNode | null, group: FacetGroup): QueryNode | null {
  const part = facetPart(tree, group)
  if (!tree || !part) return tree
  const nodes = partsOf(tree).filter((one) => one !== part.node)
  return nodes.length === 0 ? null : nodes.length === 1 ? nodes[0]! : { kind: 'and', nodes }
}

/**
 * The search as it would be typed with a value of a group, or without it where it has it. What is added stands first: the last word may
 * still be being written.
 */
export function toggleFacet(query: Query, group: FacetGroup, value: string): string {
  const part = facetPart(query.tree, group)
  if (!part) return `${value} ${whole(query)}`.trimEnd() + (/\s$/.test(query.typed) ? ' ' : '')
  const has = part.values.some((one) => isSame(one, value))
  const values = has ? part.values.filter((one) => !isSame(one, value)) : [...part.values, value]
  return replaced(query.typed, placeOf(query.typed, part.node), values.length > 1 ? `(${values.join(' OR ')})` : values.join(''))
}

/** Whether a search says a value of a group. */
export function saysFacet(part: FacetPart | null, value: string): boolean {
  return part?.values.some((one) => isSame(one, value)) ?? false
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase('sv') === other.toLocaleLowerCase('sv')
}

function partsOf(tree: QueryNode): readonly QueryNode[] {
  return tree.kind === 'and' ? tree.nodes : [tree]
}

/** The group that a part of a search says something of, and nothing else. */
function groupOf(node: QueryNode): FacetGroup | null {
  if (node.kind === 'match') return 'match'
  if (node.kind === 'filter') return groupOfClause(node.clause)
  if (node.kind === 'not') return node.node.kind === 'filter' && node.node.clause.key === 'code' && 'any' in node.node.clause.named ? 'code' : null
  if (node.kind !== 'or') return null
  const groups = new Set(node.nodes.map(groupOf))
  return groups.size === 1 ? [...groups][0]! : null
}

function groupOfClause(clause: Clause): FacetGroup | null {
  const { key } = clause
  if (key === 'attribute') return `attribute:${clause.name.normalize('NFC').trim().toLocaleLowerCase('sv')}`
  return key === 'case' || key === 'code' || key === 'role' || key === 'kind' || key === 'language' ? key : null
}

function textOf(node: QueryNode): string {
  if (node.kind === 'match') return `match:${node.value}`
  if (node.kind === 'not') return `-${textOf(node.node)}`
  return node.kind === 'filter' ? formatClause(node.clause) : ''
}

/** What was typed, so that something may stand before it and hold for all of it. */
function whole({ typed, tree }: Query): string {
  const text = typed.trimStart()
  return tree?.kind === 'or' && !/^\([^()]*\)$/.test(text) ? `(${text})` : text
}

/** Where a part stands, with the parentheses around it alone. */
function placeOf(typed: string, node: QueryNode): Span {
  if (node.kind === 'not') {
    const inside = placeOf(typed, node.node)
    return { start: inside.start - (/(?:-+|(?:NOT|INTE|IKKE|IKKJE)\s+)$/.exec(typed.slice(0, inside.start))?.[0].length ?? 0), end: inside.end }
  }
  const places = 'nodes' in node ? node.nodes.map((one) => placeOf(typed, one)) : [node.at]
  let start = Math.min(...places.map((one) => one.start))
  let end = Math.max(...places.map((one) => one.end))
  for (;;) {
    const [before] = /\(\s*$/.exec(typed.slice(0, start)) ?? ['']
    const [after] = /^\s*\)/.exec(typed.slice(end)) ?? ['']
    if (before === '' || after === '') return { start, end }
    start -= before.length
    end += after.length
  }
}

/** A word that stood before the part is not to be taken for one that is still being written. */
function replaced(typed: string, { start, end }: Span, by: string): string {
  const before = typed.slice(0, start).trimEnd()
  const after = typed.slice(end).trimStart()
  return [before, by].filter(Boolean).join(' ') + (before === '' && by === '' ? '' : ' ') + after
}
