import type { Searcher, SearchHit } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'
import type { HitAt } from './code-hits.ts'

/** Hits that one search gives at a time, and at most all. */
const AT_ONCE = 1000
const MOST = 20_000

/** Every hit of a search, with the text that each was found in. */
export async function hitsOf({ house, searcher }: { house: House; searcher: Searcher }, projectId: number, query: string): Promise<HitAt[]> {
  const versions = new Map((await listSources(house.read, projectId)).map(({ id, versionId }) => [id, versionId]))
  const hits: SearchHit[] = []
  for (let offset = 0; offset < MOST; offset += AT_ONCE) {
    const page = await searcher.search(projectId, query, { limit: AT_ONCE, offset, order: 'text' })
    hits.push(...page.hits)
    if (hits.length >= page.total || page.hits.length === 0) break
  }
  return hits.flatMap(({ sourceId, best: { start, end } }) => {
    const versionId = versions.get(sourceId)
    return versionId === undefined ? [] : [{ sourceId, versionId, start, end }]
  })
}
