import { type FacetGroup, withoutFacet } from '../domain/facet.ts'
import type { Clause } from '../domain/filter.ts'
import { type MatchKind, matchKinds } from '../domain/match-kind.ts'
import type { QueryFilter, QueryNode } from '../domain/query.ts'
import { type SourceKind, type SourceLanguage, type SpeakerRole, sourceKinds, sourceLanguages } from '../domain/source.ts'
import { type Condition, conditionsOf, gatherConditions } from './conditions.ts'
import { kindOfName } from './match-kind.ts'
import { paragraphAt, type Shelf } from './shelf.ts'

/** Cases that an attribute's value, or some of its numbers, is true of. `of`: those of them that have a source. */
export type FacetCases = { readonly label: string; readonly clause: Clause; readonly caseIds: ReadonlySet<number>; readonly of: number }
/** What a project's searches can be narrowed by. */
export type FacetScope = {
  readonly sources: ReadonlyMap<number, { readonly kind: SourceKind; readonly language: SourceLanguage }>
  readonly casesOf: (sourceId: number, start: number, end: number) => readonly number[]
  readonly cases: readonly { readonly id: number; readonly name: string }[]
  readonly attributes: readonly { readonly name: string; readonly values: readonly FacetCases[] }[]
  readonly themes: readonly number[]
}

type Counted<T> = { readonly value: T; readonly hits: number }
/**
 * Hits that each value would leave, if it stood alone in its group: how many a search would find that says what this one says but for the
 * group, and the value. `cases`: those of an attribute's value with a hit, of all `of` that have a source.
 */
export type FacetCounts = Counts & {
  /** Of groups that the search is narrowed by already: the hits that each value would add to those that it finds. */
  readonly more: Counts
}
type Counts = {
  readonly match: readonly Counted<MatchKind>[]
  readonly cases: readonly (Counted<string> & { readonly id: number })[]
  readonly attributes: readonly {
    readonly name: string
    readonly values: readonly { readonly label: string; readonly clause: Clause; readonly hits: number; readonly cases: number; readonly of: number }[]
  }[]
  /** Codes at the top by id, with those below them; null: hits in paragraphs without a code. */
  readonly themes: readonly Counted<number | null>[]
  readonly roles: readonly Counted<SpeakerRole>[]
  readonly kinds: readonly Counted<SourceKind>[]
  readonly languages: readonly Counted<SourceLanguage>[]
}

type Asking = {
  /** More than 0 for each place that a search finds. */
  readonly answers: (tree: QueryNode) => Uint8Array
  readonly kinds: Uint8Array
  readonly maskOf: (condition: Condition) => Uint8Array
}
const NOWHERE = { start: 0, end: 0 }
export const facetRoles = ['informant', 'interviewer', 'other'] as const satisfies readonly SpeakerRole[]

/** Count, for each group, the hits of a search but for what it says of that group. */
export function countFacets(tree: QueryNode | null, shelf: Shelf, scope: FacetScope, asking: Asking): FacetCounts {
  const hits = hitsBut(tree, shelf, asking)
  const casesIn = casesOnce(shelf, scope)
  return { ...countOf(hits, casesIn, tree, shelf, scope, asking), more: countOf(addedTo(tree, hits, asking), casesIn, tree, shelf, scope, asking) }
}

type HitsOf = (group: FacetGroup) => readonly number[]

/** The hits that a search would find besides its own, were a group left out of it; none where it says nothing of the group. */
function addedTo(tree: QueryNode | null, hits: HitsOf, { answers }: Asking): HitsOf {
  const found = tree && answers(tree)
  const known = new Map<readonly number[], readonly number[]>()
  return (group) => {
    if (!found || withoutFacet(tree, group) === tree) return NOTHING
    const all = hits(group)
    const added = known.get(all) ?? all.filter((place) => found[place] === 0)
    known.set(all, added)
    return added
  }
}
const NOTHING: readonly number[] = []

function countOf(hits: HitsOf, casesIn: CasesIn, tree: QueryNode | null, shelf: Shelf, scope: FacetScope, asking: Asking): Counts {
  const within = (group: FacetGroup, mask: (place: number) => boolean) => hits(group).reduce((sum, place) => sum + (mask(place) ? 1 : 0), 0)
  const masked = (group: FacetGroup, condition: Condition) => {
    const mask = asking.maskOf(condition)
    return within(group, (place) => mask[place] === 1)
  }
  // The words themselves must be the role's, so that the search is asked anew.
  const ofRole = (value: SpeakerRole) => {
    const rest = withoutFacet(tree, 'role')
    const mask = rest ? asking.answers({ kind: 'and', nodes: [...(rest.kind === 'and' ? rest.nodes : [rest]), filterOf({ key: 'role', value })] }) : null
    return mask ? within('role', (place) => mask[place]! > 0) : masked('role', roleOf(value))
  }
  const bySource = (group: FacetGroup, isOf: (source: { kind: SourceKind; language: SourceLanguage }) => boolean) =>
    countSources(hits(group), shelf).reduce((sum, count, nth) => sum + (count > 0 && isOf(scope.sources.get(shelf.sources[nth]!.id)!) ? count : 0), 0)
  const coded = masked('code', anyCode)
  const cases = countCases(casesIn(hits('case')))
  return {
    match: matchKinds.map((value) => ({ value, hits: within('match', (place) => asking.kinds[place] === kindOfName(value)) })),
    cases: scope.cases.map(({ id, name }) => ({ id, value: name, hits: cases.get(id) ?? 0 })),
    attributes: scope.attributes.map(({ name, values }) => ({ name, values: countValues(values, casesIn(hits(attributeGroup(name)))) })),
    themes: [...scope.themes.map((value) => ({ value, hits: masked('code', themeOf(value, tree)) })), { value: null, hits: hits('code').length - coded }],
    roles: facetRoles.map((value) => ({ value, hits: ofRole(value) })),
    kinds: sourceKinds.map((value) => ({ value, hits: bySource('kind', ({ kind }) => kind === value) })),
    languages: sourceLanguages.map((value) => ({ value, hits: bySource('language', ({ language }) => language === value) })),
  }
}

/** The conditions that counting needs to know the places of. */
export function facetConditions(tree: QueryNode | null, { themes }: Pick<FacetScope, 'themes'>): Condition[] {
  const rest = withoutFacet(tree, 'code')
  return [...(rest ? conditionsOf(gatherConditions(rest)) : []), anyCode, ...themes.map((id) => themeOf(id, tree)), ...facetRoles.map(roleOf)]
}

function attributeGroup(name: string): FacetGroup {
  return `attribute:${name.normalize('NFC').trim().toLocaleLowerCase('sv')}`
}

/** The places that a search finds when a group is left out of it; mostly the same for all groups. */
function hitsBut(tree: QueryNode | null, shelf: Shelf, { answers }: Asking): (group: FacetGroup) => readonly number[] {
  const known = new Map<FacetGroup | null, readonly number[]>()
  return (group) => {
    const rest = withoutFacet(tree, group)
    const key = rest === tree ? null : group
    const places = known.get(key) ?? placesOf(rest)
    known.set(key, places)
    return places
  }
  function placesOf(rest: QueryNode | null): number[] {
    const all = Array.from({ length: shelf.size }, (_, place) => place)
    if (!rest) return all
    const scores = answers(rest)
    return all.filter((place) => scores[place]! > 0)
  }
}

/** Hits in each source of the shelf; places come in order. */
function countSources(places: readonly number[], { sources, firsts }: Shelf): number[] {
  const counts = sources.map(() => 0)
  let nth = 0
  for (const place of places) {
    while (nth + 1 < firsts.length && firsts[nth + 1]! <= place) nth++
    counts[nth]!++
  }
  return counts
}

type CasesIn = (places: readonly number[]) => readonly (readonly number[])[]

/** The cases of each place, read once for the same places: most groups have the same hits. */
function casesOnce(shelf: Shelf, { casesOf }: FacetScope): CasesIn {
  const known = new Map<readonly number[], readonly (readonly number[])[]>()
  return (places) => {
    const cases = known.get(places) ?? places.map((place) => casesAt(place, shelf, casesOf))
    known.set(places, cases)
    return cases
  }
}

function countCases(cases: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const ids of cases) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function countValues(values: readonly FacetCases[], cases: readonly (readonly number[])[]) {
  const counts = countCases(cases)
  const hits = values.map(() => 0)
  for (const ids of cases) for (const [nth, { caseIds }] of values.entries()) if (ids.some((id) => caseIds.has(id))) hits[nth]!++
  return values.map(({ label, clause, caseIds, of }, nth) => {
    return { label, clause, hits: hits[nth]!, cases: [...caseIds].filter((id) => counts.has(id)).length, of }
  })
}

function casesAt(place: number, shelf: Shelf, casesOf: FacetScope['casesOf']): readonly number[] {
  const [{ id, paragraphs }, nth] = paragraphAt(shelf, place)
  const { start, end } = paragraphs[nth]!
  return casesOf(id, start, end)
}

function filterOf(clause: Clause): QueryFilter {
  return { kind: 'filter', clause, at: NOWHERE }
}

function conditionOf(clause: Clause, beside: readonly QueryNode[] = []): Condition {
  return conditionsOf(gatherConditions({ kind: 'and', nodes: [filterOf(clause), ...beside] }))[0]!
}

const anyCode = conditionOf({ key: 'code', named: { any: true } })

function roleOf(value: SpeakerRole): Condition {
  return conditionOf({ key: 'role', value })
}

/** A theme as the search would ask for it: beside a coder, by that coder. */
function themeOf(id: number, tree: QueryNode | null): Condition {
  const beside = tree?.kind === 'and' ? tree.nodes : tree ? [tree] : []
  const others = beside.filter((one) => one.kind === 'filter' && one.clause.key !== 'code')
  return conditionOf({ key: 'code', named: { id } }, others)
}
