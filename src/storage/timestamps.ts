import type { Span } from '../domain/span.ts'
import { among, listPacked } from './packed.ts'
import type { Db } from './schema.ts'

/** Where sources give the time of their recording, by source and in the order of the text. */
export async function listTimestamps(db: Db, sourceIds: Iterable<number>): Promise<Map<number, Span[]>> {
  const inOrder = db
    .selectFrom('source_span')
    .where('kind', '=', 'timestamp')
    .where(among('source_id', sourceIds))
    .select(['source_id', 'start_offset', 'end_offset'])
    .orderBy('source_id')
    .orderBy('start_offset')
  const marks = new Map<number, Span[]>()
  for (const [sourceId, start, end] of await listPacked<[number, number, number]>(db, inOrder, ['source_id', 'start_offset', 'end_offset'])) {
    const there = marks.get(sourceId)
    if (there) there.push({ start, end })
    else marks.set(sourceId, [{ start, end }])
  }
  return marks
}
