import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { type FacetGroup, facetPart, type ShownFacet, type ShownValue, saysFacet, toggleFacet } from '../domain/facet.ts'
import type { Clause } from '../domain/filter.ts'
import { formatClause } from '../domain/format-filter.ts'
import { type Query, termsOf } from '../domain/query.ts'
import type { FacetCounts } from '../search/facets.ts'
import type { Searcher } from '../search/searcher.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

type Value = Pick<ShownValue, 'label' | 'hits' | 'cases' | 'code'> & { readonly value: string }
type Counts = FacetCounts['more']
/** Values that a group can be narrowed to, at most; those with most hits, in their order. */
const MOST_VALUES = 40

/** What a search of a project can be narrowed by; nothing while its index is being built. Asked for after its hits: it takes as long again. */
export async function narrowSearch({ house, searcher }: { house: House; searcher: Searcher }, wish: { projectId: number; query: string }) {
  if (wish.query.trim() === '') return []
  const { query, facets } = await searcher.search(wish.projectId, wish.query, { limit: 0, facets: true })
  return facets && query.tree ? showFacets(query, facets, flatten(treeOf(await listCodes(house.read, wish.projectId)))) : []
}

/** Groups in which something tells its hits apart, or that it is narrowed by already. */
function showFacets(query: Query, counts: FacetCounts, codes: readonly CodeNode[]): ShownFacet[] {
  const more = groupsOf(query, counts.more, codes)
  return groupsOf(query, counts, codes).flatMap(([group, values], nth) => showGroup(query, group, values, more[nth]![1]))
}

function groupsOf(query: Query, counts: Counts, codes: readonly CodeNode[]): [FacetGroup, Value[]][] {
  const words = query.tree ? termsOf(query.tree).length : 0
  const same = <T extends string>(key: string, all: readonly { value: T; hits: number }[]) =>
    all.map(({ value, hits }): Value => ({ value: `${key}:${/ /.test(value) ? `"${value}"` : value}`, label: value, hits }))
  return [
    ['match', words > 0 ? same('match', counts.match) : []],
    ['case', counts.cases.map(({ id, value, hits }) => ({ label: value, hits, value: namedCase(counts, id, value) }))],
    ...counts.attributes.map(({ name, values }): [FacetGroup, Value[]] => [
      `attribute:${name}`,
      values.map(({ label, clause, hits, cases, of }) => ({ label, hits, value: formatClause(clause), cases: { hit: cases, of } })),
    ]),
    ['code', counts.themes.map(({ value, hits }) => valueOfTheme(value, hits, codes))],
    ['role', same('role', counts.roles)],
    ['kind', same('kind', counts.kinds)],
    ['language', same('language', counts.languages)],
  ]
}

/** `more`: the same values with what each would add, where the search is narrowed by the group already. */
function showGroup(query: Query, group: FacetGroup, alone: readonly Value[], more: readonly Value[]): ShownFacet[] {
  const key = group.startsWith('attribute:') ? (`attribute:${folded(group.slice('attribute:'.length))}` as const) : group
  const part = facetPart(query.tree, key)
  const values = alone.map((one, nth) => {
    const chosen = saysFacet(part, one.value)
    return part && !chosen ? { ...more[nth]!, chosen, added: true } : { ...one, chosen, added: false }
  })
  const least = mostHits(values)
  const shown = values.flatMap(({ value, ...of }, nth): ShownValue[] => {
    if (!of.chosen && of.hits < least) return []
    return [{ ...of, id: `${group.replace(/[^\p{L}\p{N}]+/gu, '-')}-${nth}`, query: toggleFacet(query, key, value) }]
  })
  return shown.length > 1 || part ? [{ group, values: shown }] : []
}

function mostHits(values: readonly Value[]): number {
  return Math.max(1, values.map(({ hits }) => hits).sort((a, b) => b - a)[MOST_VALUES - 1] ?? 1)
}

/** By its name, where only one has it. */
function namedCase({ cases }: Counts, id: number, name: string): string {
  const alone = cases.filter(({ value }) => folded(value) === folded(name)).length === 1
  return formatClause({ key: 'case', named: alone && name !== '*' ? { name } : { id } })
}

function valueOfTheme(id: number | null, hits: number, codes: readonly CodeNode[]): Value {
  const theme = codes.find((one) => one.id === id)
  if (id === null || !theme) return { value: '-code:*', label: '', hits }
  const { label, key, tone, depth } = theme
  const alone = codes.filter((one) => [one.path, one.label, one.key].some((name) => folded(name) === folded(label))).length === 1
  const clause: Clause = { key: 'code', named: alone && theme.path === label && label !== '*' ? { name: label } : { id } }
  return { value: formatClause(clause), label, hits, code: { key, tone, depth } }
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv')
}
