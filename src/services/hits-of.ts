import { Refusal } from '../domain/refusal.ts'
import type { Searcher, SearchHit } from '../search/searcher.ts'
import type { House } from '../storage/open.ts'
import type { HitAt } from './code-hits.ts'
import { preferAnswered } from './prefer-answered.ts'

/** Hits that one search gives at a time, and at most all. */
const AT_ONCE = 1000
const MOST = 20_000

/** Every hit of a search, with the text that each was found in. Refused where they are more than are coded at a time: some left out would be none that anybody chose. */
export async function hitsOf({ house, searcher }: { house: Pick<House, 'read'>; searcher: Searcher }, projectId: number, query: string): Promise<HitAt[]> {
  const hits: SearchHit[] = []
  for (let offset = 0; offset < MOST; offset += AT_ONCE) {
    const page = await searcher.search(projectId, query, { limit: AT_ONCE, offset, order: 'text' })
    if (page.total > MOST) throw new Refusal('invalid', 'refusal.hits-many', { n: page.total, most: MOST })
    hits.push(...page.hits)
    if (hits.length >= page.total || page.hits.length === 0) break
  }
  return (await preferAnswered(house.read, hits)).map(({ sourceId, versionId, best: { start, end } }) => ({ sourceId, versionId, start, end }))
}
