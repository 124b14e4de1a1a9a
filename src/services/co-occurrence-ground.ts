import type { Ground, Relation } from '../domain/co-occurrence.ts'
import type { CountedCodings } from '../domain/count.ts'
import { paragraphsOf } from '../domain/paragraph.ts'
import { paragraphPlaces, reachOf, spanPlaces } from '../domain/place-index.ts'
import { SOURCE, sourcesIn } from '../domain/stretches.ts'
import { wordStarts } from '../domain/word-starts.ts'
import { listAnswerPlaces } from '../storage/answer-places.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'

/** What the texts of these codings say of standing together; only what the relation needs is read. `words`: how many may stand between. */
export async function readGround(db: Db, wish: { projectId: number; relation: Relation; words: number }, codings: CountedCodings): Promise<Ground> {
  const ground: Ground = { placesOf: () => [], reachOf: (_, end) => end }
  if (wish.relation === 'answer') {
    const answers = await listAnswerPlaces(db, wish.projectId)
    return { ...ground, placesOf: spanPlaces(answers.map(({ answerId, ...span }) => ({ ...span, id: answerId }))) }
  }
  if (wish.relation !== 'paragraph' && wish.relation !== 'near') return ground
  const texts = await textsOf(
    db,
    [...sourcesIn(codings)].map(([from]) => codings[from + SOURCE]!),
  )
  if (wish.relation === 'near') {
    const starts = new Map([...texts].map(([id, text]) => [id, wordStarts(text)]))
    return { ...ground, reachOf: (sourceId, end) => reachOf(starts.get(sourceId)!, texts.get(sourceId)!.length, end, wish.words) }
  }
  return { ...ground, ...paragraphPlaces(new Map([...texts].map(([id, text]) => [id, paragraphsOf(text)]))) }
}
