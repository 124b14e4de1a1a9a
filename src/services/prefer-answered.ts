import { bestPlace } from '../domain/found-place.ts'
import { groupBy } from '../domain/group-by.ts'
import { overlap } from '../domain/span.ts'
import type { SearchHit } from '../search/searcher.ts'
import { listAsked } from '../storage/asked-words.ts'
import type { Db } from '../storage/schema.ts'

/** Hits whose best words stand in a question that was put, where their paragraph answers with others that do not: the best of those, so that what is shown and coded is what somebody said. */
export async function preferAnswered(db: Db, hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const several = hits.filter(({ places }) => places.length > 1)
  const asked = groupBy(several.length > 0 ? await listAsked(db, [...new Set(several.map(({ sourceId }) => sourceId))]) : [], ({ sourceId }) => sourceId)
  return hits.map((hit) => {
    const questions = (asked.get(hit.sourceId) ?? []).filter((span) => overlap(span, hit))
    if (!questions.some((span) => overlap(span, hit.best))) return hit
    const best = bestPlace(hit.places.filter((place) => !questions.some((span) => overlap(span, place))))
    return best ? { ...hit, best } : hit
  })
}
