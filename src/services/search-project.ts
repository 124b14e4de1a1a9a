import { flatten, treeOf } from '../domain/code.ts'
import type { Kwic } from '../domain/kwic.ts'
import { type LineOrder, sortByContext } from '../domain/kwic-order.ts'
import type { MatchKind } from '../domain/match-kind.ts'
import { parseQuery } from '../domain/parse-query.ts'
import { filtersOf, type Query } from '../domain/query.ts'
import type { Building, MemoHit, Searcher, SearchHit, SearchNote, SearchResult } from '../search/searcher.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { type CaseLink, type CodedStretch, listCaseLinks, listCodedStretches } from '../storage/searchable.ts'
import { countSources } from '../storage/sources.ts'
import { nameFilter } from './name-filter.ts'
import { kwicOfHit } from './search-texts.ts'

export type CodeKey = { id: number; key: string; tone: number; depth: number; label: string }

/** A hit as a line: its best words in their context, offsets into the source, and the codes that lie on those words already. */
export type HitLine = {
  sourceId: number
  /** The text that was searched. */
  versionId: number
  /** The cases' names, else the source's title: what the line stands under. */
  under: string
  paragraph: number
  /** Of its best words, in the source's text. */
  start: number
  end: number
  kwic: Kwic
  /** How its best words answer. */
  kind: MatchKind
  codes: CodeKey[]
}

export type ProjectSearch = {
  query: Query
  order: LineOrder
  total: number
  milliseconds: number
  lines: HitLine[]
  /** Hits under each name, all of them, shown or not. */
  under: Map<string, number>
  /** How many cases (of those with a source) have a hit; where the project has no cases, sources. */
  spread: { kind: 'cases' | 'sources'; hit: number; of: number }
  /** The names of what its conditions name by id, by `code:12`. */
  names: Readonly<Record<string, string>>
  notes: readonly SearchNote[]
  memos: { total: number; hits: readonly MemoHit[] }
  /** The index was still being built; the texts were read through instead. */
  meanwhile: Building | null
}

/** Search the texts of a project and read the hits as lines. A query that asks for nothing finds nothing and says why in `query.problems`. */
export async function searchProject(
  { house, searcher }: { house: House; searcher: Searcher },
  wish: { projectId: number; query: string; limit: number; order: LineOrder },
): Promise<ProjectSearch> {
  const { projectId, limit, order } = wish
  const byContext = order === 'left' || order === 'right'
  if (wish.query.trim() === '') searcher.warm(projectId)
  const asked = wish.query.trim() === '' ? nothing : searcher.search(projectId, wish.query, byContext ? { limit: MOST, order: 'text' } : { limit, order })
  // Read while the thread searches.
  const [result, links, of] = await Promise.all([asked, listCaseLinks(house.read, projectId), countSources(house.read, projectId)])
  const { query, total, milliseconds, notes, memos, meanwhile } = result
  const names = query.tree ? await nameFilter(house.read, projectId, { all: filtersOf(query.tree).map(({ clause }) => ({ clause })) }) : {}
  const found = await toLines(house, projectId, result.hits)
  const lines = byContext ? sortByContext(found, order, result.hits[0]?.language ?? 'sv').slice(0, limit) : found
  const spread = spreadOf(links, result, of)
  return { query, order, total, milliseconds, lines, under: countUnder(links, result), spread, names, notes, memos, meanwhile }
}

/** Hits at most that are sorted by their context. */
const MOST = 1000

async function toLines(house: House, projectId: number, hits: readonly SearchHit[]): Promise<HitLine[]> {
  const codes = await codesOn(house, projectId, hits)
  return hits.map((hit, index) => {
    const { sourceId, versionId, paragraph, best } = hit
    return {
      sourceId,
      versionId,
      under: underOf(hit),
      paragraph,
      kwic: kwicOfHit(hit),
      kind: best.kind,
      start: best.start,
      end: best.end,
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

async function codesOn(house: House, projectId: number, hits: readonly SearchHit[]): Promise<CodeKey[][]> {
  const nodes = flatten(treeOf(await listCodes(house.read, projectId)))
  const bySource = new Map<number, CodedStretch[]>()
  const wanted = hits.map(({ sourceId, best }) => ({ sourceId, start: best.start, end: best.end }))
  for (const one of await listCodedStretches(house.read, wanted)) bySource.set(one.sourceId, [...(bySource.get(one.sourceId) ?? []), one])
  return hits.map(({ sourceId, best }) => {
    const on = (bySource.get(sourceId) ?? []).filter((one) => one.start < best.end && best.start < one.end)
    const ids = new Set(on.map(({ codeId }) => codeId))
    return nodes.filter(({ id }) => ids.has(id)).map(({ id, key, tone, depth, label }) => ({ id, key, tone, depth, label }))
  })
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

function spreadOf(links: readonly CaseLink[], { sources }: SearchResult, allSources: number): ProjectSearch['spread'] {
  if (links.length === 0) return { kind: 'sources', hit: sources.length, of: allSources }
  const hit = new Set(sources.map(({ id }) => id))
  const casesOf = (some: readonly CaseLink[]) => new Set(some.map(({ caseId }) => caseId)).size
  return { kind: 'cases', hit: casesOf(links.filter(({ sourceId }) => hit.has(sourceId))), of: casesOf(links) }
}
