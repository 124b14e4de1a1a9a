import { parentPort, workerData } from 'node:worker_threads'
import { parseQuery } from '../domain/parse-query.ts'
import { filtersOf, type Query } from '../domain/query.ts'
import type { Places } from '../search/conditions.ts'
import { type FacetCounts, facetConditions } from '../search/facets.ts'
import type { Building, Found, SearchHit, SearchOptions, SearchResult } from '../search/searcher.ts'
import { stemmingOf } from '../search/stemming.ts'
import type { SynonymSuggestion } from '../search/suggest-synonyms.ts'
import { lateAfter, TooMuch } from '../search/too-much.ts'
import { withSets } from '../search/with-sets.ts'
import { withSynonyms } from '../search/with-synonyms.ts'
import { listFilterSets } from '../storage/filter-sets.ts'
import { openReader } from '../storage/open.ts'
import type { Db } from '../storage/schema.ts'
import { listCaseLinks, listSearchable, listSearchableMemos, measureSearchable, readSearchScope, type SearchableSource } from '../storage/searchable.ts'
import { listSynonyms } from '../storage/synonyms.ts'
import { Conditions } from './conditions.ts'
import { readFacetScope } from './facet-scope.ts'
import { type Kept, ProjectIndexes } from './project-indexes.ts'
import { scanTexts } from './scan-texts.ts'

export type ToSearch = { id: number; projectId: number; query: string | null; options: SearchOptions; suggest?: boolean }
export type Answer = SearchResult | readonly SynonymSuggestion[] | null
export type FromSearch = { id: number; result: Answer } | { id: number; error: string } | { projectId: number; building: Building | null }

/** So long a search waits for an index that is being built before the texts are read through instead; where they are more than so many characters, not at all. */
const PATIENCE = 100
const MUCH = 2_000_000
/** Words that may mean the same are looked for so long; other searches wait. */
const LATE_AFTER = 700
const NOTHING: Found = { total: 0, sources: [], hits: [], memos: { total: 0, hits: [] }, notes: [] }
const LOOK_EVERY = 60_000

const port = parentPort!
/** `most`: milliseconds that a search may take of this thread, which all projects share. */
const { file, most } = workerData as { file: string; most: number }
const db = openReader(file)
/** The sight of each coder who has asked for less than everything. */
const limited = new Map<number, typeof db>()
const underWay = new Map<number, Building>()
const indexes = new ProjectIndexes(db, (projectId, building) => {
  if (building) underWay.set(projectId, building)
  else underWay.delete(projectId)
  port.postMessage({ projectId, building } satisfies FromSearch)
})
setInterval(() => indexes.letGoUnused(), LOOK_EVERY).unref()

port.on('message', async (asked: ToSearch) => {
  try {
    port.postMessage({ id: asked.id, result: await answer(asked) } satisfies FromSearch)
  } catch (error) {
    port.postMessage({ id: asked.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies FromSearch)
  }
})

async function answer(asked: ToSearch): Promise<Answer> {
  const { projectId, query, suggest } = asked
  if (suggest) {
    const ready = indexes.has(projectId) || (await isBuiltSoon(projectId))
    return ready ? indexes.with(projectId, suggestionsOf) : null
  }
  if (query === null) {
    await indexes.build(projectId)
    return null
  }
  if (!indexes.has(projectId) && !(await isBuiltSoon(projectId))) {
    const scanned = await indexes.aside(() => answerByScan(asked, query))
    if (scanned) return scanned
  }
  return indexes.with(projectId, (kept) => answerBy(kept, asked, query))
}

function suggestionsOf({ index, synonyms }: Kept): readonly SynonymSuggestion[] {
  return index.suggestSynonyms(synonyms, lateAfter(LATE_AFTER))
}

async function isBuiltSoon(projectId: number): Promise<boolean> {
  const built = indexes.build(projectId).then(() => true)
  built.catch(() => {})
  if ((await measureSearchable(db, projectId)) > MUCH) return false
  return Promise.race([built, new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false))])
}

async function answerBy(kept: Kept, { options }: ToSearch, typed: string): Promise<SearchResult> {
  const { index, scope, synonyms, sources, projectId } = kept
  const began = performance.now()
  const { conditions, memosSeen } = await sightOf(kept, options.sees)
  const query = index.understand(parseQuery(typed, scope), synonyms)
  const meant = await withItsSets(projectId, query)
  const { placesOf, problems } = await conditions.find(meant)
  const found = inTime((isLate) => index.search(meant, { ...options, placesOf, memosSeen, isLate }))
  const milliseconds = performance.now() - began
  if (!found) return resultOf(NOTHING, { query: tooMuch(query), milliseconds, sources, projectId, meanwhile: null, facets: null })
  const facets = options.facets ? await facetsOf({ ...kept, conditions }, query, placesOf) : null
  return resultOf(found, { query: { ...query, problems: [...query.problems, ...problems] }, milliseconds, sources, projectId, meanwhile: null, facets })
}

/** Done, or null where it took too long. */
function inTime<T>(work: (isLate: () => boolean) => T): T | null {
  try {
    return work(lateAfter(most))
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw error
  }
}

function tooMuch(query: Query): Query {
  return { ...query, problems: [...query.problems, { key: 'search.problem-too-much', place: null, values: {} }] }
}

/** Where conditions hold for who asks. What one coder may see is not remembered: it is asked for seldom, and changes with every source that is done. */
async function sightOf({ conditions, projectId }: Kept, coderId: number | undefined): Promise<{ conditions: Conditions; memosSeen?: ReadonlySet<number> }> {
  if (coderId === undefined) return { conditions }
  const seen = readerOf(coderId)
  return { conditions: new Conditions(seen, projectId), memosSeen: new Set((await listSearchableMemos(seen, projectId)).map(({ id }) => id)) }
}

function readerOf(coderId: number): typeof db {
  const reader = limited.get(coderId) ?? openReader(file, coderId)
  limited.set(coderId, reader)
  return reader
}

async function facetsOf(kept: Kept, query: Query, placesOf: ReadonlyMap<string, Places>): Promise<FacetCounts | null> {
  const { index, conditions, sources, projectId } = kept
  const scope = kept.facets ?? (await readFacetScope(db, projectId, sources))
  kept.facets = scope
  const places = await conditions.findAll(facetConditions(query.tree, scope))
  return inTime((isLate) => index.facets(query, new Map([...placesOf, ...places]), scope, isLate))
}

/** While the index of a project is being built. Its memos wait for it. */
async function answerByScan({ projectId, options }: ToSearch, typed: string): Promise<SearchResult | null> {
  const began = performance.now()
  const sources = await listSearchable(db, projectId)
  const synonyms = (await listSynonyms(db, projectId)).map(({ words }) => words)
  const read = parseQuery(typed, await readSearchScope(db, projectId))
  const stemmings = [...new Set(sources.map(({ language }) => stemmingOf(language)))]
  const asked = { ...read, tree: read.tree && withSynonyms(read.tree, synonyms, stemmings) }
  const index = await scanTexts(db, sources, asked)
  if (!index) return null
  const meant = await withItsSets(projectId, asked)
  const { placesOf, problems } = await new Conditions(options.sees === undefined ? db : readerOf(options.sees), projectId).find(meant)
  const found = inTime((isLate) => index.search(meant, { ...options, placesOf, isLate }))
  if (!found) return null
  const meanwhile = underWay.get(projectId) ?? { done: 0, of: sources.length }
  const query = { ...asked, problems: [...asked.problems, ...problems] }
  return resultOf({ ...found, notes: [] }, { query, milliseconds: performance.now() - began, sources, projectId, meanwhile, facets: null })
}

async function withItsSets(projectId: number, query: Query): Promise<Query> {
  const isWithSets = query.tree !== null && filtersOf(query.tree).some(({ clause }) => clause.key === 'set')
  return isWithSets ? withSets(query, await listFilterSets(db, projectId)) : query
}

type About = { query: Query; milliseconds: number; sources: SearchableSource[]; projectId: number; meanwhile: Building | null; facets: FacetCounts | null }

async function resultOf(found: Found, { query, milliseconds, sources, projectId, meanwhile, facets }: About): Promise<SearchResult> {
  const names = known.get(sources) ?? (await namesOf(db, projectId, sources))
  known.set(sources, names)
  const hits = found.hits.map((hit) => ({ ...hit, ...names(hit.sourceId) }))
  return { ...found, query, milliseconds: Math.round(milliseconds * 100) / 100, meanwhile, facets, hits }
}

type Names = (sourceId: number) => Pick<SearchHit, 'source' | 'caseNames' | 'versionId' | 'language'>
/** Names of sources and their cases are those of the last act, as the sources are. */
const known = new WeakMap<readonly SearchableSource[], Names>()

async function namesOf(from: Db, projectId: number, sources: readonly SearchableSource[]): Promise<Names> {
  const byId = new Map(sources.map((one) => [one.id, one]))
  const cases = new Map<number, string[]>()
  for (const { sourceId, name } of await listCaseLinks(from, projectId)) cases.set(sourceId, [...(cases.get(sourceId) ?? []), name])
  return (id: number) => {
    const { title, versionId, language } = byId.get(id)!
    return { source: title, caseNames: cases.get(id) ?? [], versionId, language }
  }
}
