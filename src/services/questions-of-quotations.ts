import { overlap, type Span } from '../domain/span.ts'
import { type AnswerPlace, listAnswerPlaces } from '../storage/answer-places.ts'
import { listGuides, type StoredGuide } from '../storage/guides.ts'
import type { Db } from '../storage/schema.ts'

/** The guides of a project, and which questions a passage is an answer to: those whose answers it meets. */
export async function questionsOf(db: Db, projectId: number): Promise<{ guides: StoredGuide[]; of: (sourceId: number, span: Span) => number[] }> {
  const places = new Map<number, AnswerPlace[]>()
  for (const place of await listAnswerPlaces(db, projectId)) {
    const there = places.get(place.sourceId)
    if (there) there.push(place)
    else places.set(place.sourceId, [place])
  }
  const of = (sourceId: number, span: Span) => [
    ...new Set((places.get(sourceId) ?? []).filter((place) => overlap(place, span)).map(({ questionId }) => questionId)),
  ]
  return { guides: await listGuides(db, projectId), of }
}
