import { groupBy } from '../domain/group-by.ts'
import { matchKinds } from '../domain/match-kind.ts'
import { overlap } from '../domain/span.ts'
import type { FoundPlace, SearchHit } from '../search/searcher.ts'
import { listAsked } from '../storage/asked-words.ts'
import type { Db } from '../storage/schema.ts'

/** Hits whose best words stand in a question that was put, where their paragraph answers with others that do not: the best of those, so that what is shown and coded is what somebody said. */
export async function preferAnswered(db: Db, hits: readonly SearchHit[]): Promise<SearchHit[]> {
  const several = hits.filter(({ places }) => places.length > 1)
  const asked = groupBy(several.length > 0 ? await listAsked(db, [...new Set(several.map(({ sourceId }) => sourceId))]) : [], ({ sourceId }) => sourceId)
  return hits.map((hit) => {
    const questions = (asked.get(hit.sourceId) ?? []).filter((span) => overlap(span, hit))
    if (!questions.some((span) => overlap(span, hit.best))) return hit
    const best = bestOf(hit.places.filter((place) => !questions.some((span) => overlap(span, place))))
    return best ? { ...hit, best } : hit
  })
}

/** That which answers most words of the search, then with the best kind, and stands first. */
function bestOf(places: readonly FoundPlace[]): FoundPlace | undefined {
  const worth = ({ terms, kind }: FoundPlace) => terms * matchKinds.length - matchKinds.indexOf(kind)
  return places.reduce<FoundPlace | undefined>((best, one) => (best && worth(best) >= worth(one) ? best : one), undefined)
}
