import { groupBy } from '../domain/group-by.ts'
import { overlap, type Span, subtract } from '../domain/span.ts'
import { among, packed, unpack } from './packed.ts'
import type { Db } from './schema.ts'

/** A stretch of a source. */
export type Place = Span & { readonly sourceId: number }

/** Stretches without the words of questions and preambles, which are nobody's answer: each whole, in parts, or not at all. */
export async function withoutAsked<P extends Place>(db: Db, places: readonly P[]): Promise<P[]> {
  const asked = groupBy(await listAsked(db, [...new Set(places.map(({ sourceId }) => sourceId))]), ({ sourceId }) => sourceId)
  return places.flatMap((place) => {
    const holes = asked.get(place.sourceId)?.filter((hole) => overlap(hole, place)) ?? []
    return holes.length === 0 ? place : subtract([place], holes).map((span) => ({ ...place, ...span }))
  })
}

/** The words of questions and preambles in some sources, in the order of each text. */
export async function listAsked(db: Db, sourceIds: readonly number[]): Promise<Place[]> {
  const row = await db
    .selectFrom('source_span')
    .where('kind', 'in', ['question', 'preamble'])
    .where(among('source_id', sourceIds))
    .select(packed('source_id', 'start_offset', 'end_offset').as('rows'))
    .executeTakeFirst()
  return placesOf(row?.rows).sort((a, b) => a.sourceId - b.sourceId || a.start - b.start)
}

/** Rows packed as source, start and end. */
export function placesOf(rows: string | undefined): Place[] {
  return unpack(rows).map(([sourceId, start, end]) => ({ sourceId: sourceId!, start: start!, end: end! }))
}
