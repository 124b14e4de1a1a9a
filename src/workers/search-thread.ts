import { parentPort, workerData } from 'node:worker_threads'
import type { SearchOptions, SearchResult } from '../search/searcher.ts'
import { openReader } from '../storage/open.ts'
import type { Db } from '../storage/schema.ts'
import { listCaseLinks, type SearchableSource } from '../storage/searchable.ts'
import { ProjectIndexes } from './project-indexes.ts'

export type ToSearch = { id: number; projectId: number; query: string | null; options: SearchOptions }
export type FromSearch = { id: number; result: SearchResult | null } | { id: number; error: string }

const port = parentPort!
const db = openReader((workerData as { file: string }).file)
const indexes = new ProjectIndexes(db)
let turn: Promise<void> = Promise.resolve()

/** One question after another, so that an index never changes under a search. */
port.on('message', (asked: ToSearch) => {
  turn = turn.then(async () => {
    try {
      port.postMessage({ id: asked.id, result: await answer(asked) } satisfies FromSearch)
    } catch (error) {
      port.postMessage({ id: asked.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies FromSearch)
    }
  })
})

async function answer({ projectId, query, options }: ToSearch): Promise<SearchResult | null> {
  const { index, sources } = await indexes.upToDate(projectId)
  if (query === null) return null
  const began = performance.now()
  const found = index.search(query, options)
  const milliseconds = Math.round((performance.now() - began) * 100) / 100
  const names = known.get(sources) ?? (await namesOf(db, projectId, sources))
  known.set(sources, names)
  return { ...found, milliseconds, hits: found.hits.map((hit) => ({ ...hit, ...names(hit.sourceId) })) }
}

type Names = (sourceId: number) => { source: string; caseNames: string[] }
/** Names of sources and their cases are those of the last act, as the sources are. */
const known = new WeakMap<readonly SearchableSource[], Names>()

async function namesOf(from: Db, projectId: number, sources: readonly SearchableSource[]): Promise<Names> {
  const titles = new Map(sources.map(({ id, title }) => [id, title]))
  const cases = new Map<number, string[]>()
  for (const { sourceId, name } of await listCaseLinks(from, projectId)) cases.set(sourceId, [...(cases.get(sourceId) ?? []), name])
  return (id: number) => ({ source: titles.get(id)!, caseNames: cases.get(id) ?? [] })
}
