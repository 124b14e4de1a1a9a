import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { codesMeant } from '../domain/codes-meant.ts'
import type { FoundLine, FoundLines } from '../domain/found-lines.ts'
import type { Kwic } from '../domain/kwic.ts'
import { type LineOrder, sortByContext } from '../domain/kwic-order.ts'
import { namedBy } from '../domain/named.ts'
import { parseQuery } from '../domain/parse-query.ts'
import { codesAskedOf, filtersOf, type Query } from '../domain/query.ts'
import type { Span } from '../domain/span.ts'
import type { Searcher, SearchHit, SearchResult } from '../search/searcher.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { type CaseLink, type CodedStretch, listCaseLinks, listCodedStretches } from '../storage/searchable.ts'
import { countSources } from '../storage/sources.ts'
import { nameFilter } from './name-filter.ts'
import { preferAnswered } from './prefer-answered.ts'
import { kwicOfHit } from './search-texts.ts'

/**
 * Search the texts of a project and read the hits as lines: a line for each hit, or with `eachPlace` for each place in it, as it
 * is wherever lines go by their context. A query that asks for nothing finds nothing and says why in `query.problems`.
 */
export async function searchProject(
  { house, searcher }: { house: House; searcher: Searcher },
  wish: { projectId: number; query: string; limit: number; order: LineOrder; eachPlace?: boolean },
): Promise<FoundLines> {
  const { projectId, limit, order } = wish
  const byContext = order === 'left' || order === 'right'
  if (wish.query.trim() === '') searcher.warm(projectId)
  const asked = wish.query.trim() === '' ? nothing : searcher.search(projectId, wish.query, byContext ? { limit: MOST, order: 'text' } : { limit, order })
  // Read while the thread searches.
  const [result, links, of] = await Promise.all([asked, listCaseLinks(house.read, projectId), countSources(house.read, projectId)])
  const { query, total, notes, memos, meanwhile } = result
  const names = query.tree ? await nameFilter(house.read, projectId, { all: filtersOf(query.tree).map(({ clause }) => ({ clause })) }) : {}
  const codes = query.typed.trim() === '' ? [] : flatten(treeOf(await listCodes(house.read, projectId)))
  const eachPlace = wish.eachPlace || byContext
  const hits = await preferAnswered(house.read, result.hits)
  const places = (eachPlace ? hits.flatMap(placesIn) : hits).map((hit) => ({ hit, kwic: kwicOfHit(hit) }))
  const ordered = byContext ? sortByContext(places, order, result.hits[0]?.language ?? 'sv').slice(0, wish.eachPlace ? undefined : limit) : places
  const lines = await toLines(house, query, ordered, codes)
  const spread = spreadOf(links, result, of)
  return {
    query,
    order,
    total,
    lines,
    places: eachPlace ? places.length : null,
    under: countUnder(links, result),
    spread,
    names,
    notes,
    codesMeant: codesMeant(query, codes),
    memos,
    meanwhile,
  }
}

/** Hits at most that are sorted by their context. */
const MOST = 1000

/** Each place that answers as many words of the search as the one that is shown of it, if not more. */
function placesIn(hit: SearchHit): SearchHit[] {
  const places = alikeIn(hit)
  return places.length > 1 ? places.map((best) => ({ ...hit, best, places: [best] })) : [hit]
}

function alikeIn({ places, best }: SearchHit): SearchHit['places'] {
  return places.filter(({ terms }) => terms >= best.terms)
}

type Place = { readonly hit: SearchHit; readonly kwic: Kwic }

async function toLines(house: House, query: Query, places: readonly Place[], nodes: readonly CodeNode[]): Promise<FoundLine[]> {
  const hits = places.map(({ hit }) => hit)
  const codes = await codesOn(house, hits, nodes, idsAskedOf(query, nodes))
  return places.map(({ hit, kwic }, index) => {
    const { sourceId, versionId, source, caseNames, paragraph, best } = hit
    return {
      sourceId,
      versionId,
      source,
      cases: caseNames.join(', '),
      under: underOf(hit),
      paragraph,
      kwic,
      kind: best.kind,
      start: best.start,
      end: best.end,
      others: Math.max(0, alikeIn(hit).length - 1),
      codes: codes[index]!,
    }
  })
}

const nothing: SearchResult = {
  query: parseQuery(''),
  total: 0,
  milliseconds: 0,
  sources: [],
  hits: [],
  memos: { total: 0, hits: [] },
  notes: [],
  meanwhile: null,
  facets: null,
}
const underOf = ({ caseNames, source }: SearchHit) => caseNames.join(', ') || source

async function codesOn(house: House, hits: readonly SearchHit[], nodes: readonly CodeNode[], asked: ReadonlySet<number>): Promise<FoundLine['codes'][]> {
  const bySource = new Map<number, CodedStretch[]>()
  const wanted = hits.map(({ sourceId, start, end, best }) => (asked.size > 0 ? { sourceId, start, end } : { sourceId, start: best.start, end: best.end }))
  for (const one of await listCodedStretches(house.read, wanted)) bySource.set(one.sourceId, [...(bySource.get(one.sourceId) ?? []), one])
  return hits.map(({ sourceId, start, end, best }) => {
    const within = (span: Span) =>
      new Set((bySource.get(sourceId) ?? []).filter((one) => one.start < span.end && span.start < one.end).map(({ codeId }) => codeId))
    const on = within(best)
    const around = within({ start, end })
    return nodes
      .filter(({ id }) => on.has(id) || (asked.has(id) && around.has(id)))
      .map(({ id, key, tone, depth, label }) => ({ id, key, tone, depth, label, around: !on.has(id) }))
  })
}

/** The codes that a search asks for in the paragraph, with those below them. What it names that is not there asks for none. */
function idsAskedOf({ tree }: Query, nodes: readonly CodeNode[]): ReadonlySet<number> {
  const nameables = nodes.map(({ id, path, label, key }) => ({ id, names: [path, label, key] }))
  const ids = (tree ? codesAskedOf(tree) : []).flatMap((clause) => {
    try {
      return namedBy(nameables, clause, true)
    } catch {
      return []
    }
  })
  return new Set(nodes.filter(({ id }) => ids.includes(id)).flatMap((node) => withDescendants(node).map(({ id }) => id)))
}

function countUnder(links: readonly CaseLink[], { sources, hits }: SearchResult): Map<string, number> {
  const names = new Map<number, string[]>()
  for (const { sourceId, name } of links) names.set(sourceId, [...(names.get(sourceId) ?? []), name])
  const titles = new Map(hits.map(({ sourceId, source }) => [sourceId, source]))
  const under = new Map<string, number>()
  for (const { id, hits: count } of sources) {
    const name = names.get(id)?.join(', ') ?? titles.get(id)
    if (name !== undefined) under.set(name, (under.get(name) ?? 0) + count)
  }
  return under
}

function spreadOf(links: readonly CaseLink[], { sources }: SearchResult, allSources: number): FoundLines['spread'] {
  if (links.length === 0) return { kind: 'sources', hit: sources.length, of: allSources }
  const hit = new Set(sources.map(({ id }) => id))
  const casesOf = (some: readonly CaseLink[]) => new Set(some.map(({ caseId }) => caseId)).size
  return { kind: 'cases', hit: casesOf(links.filter(({ sourceId }) => hit.has(sourceId))), of: casesOf(links) }
}
