import type { SpanKind, SpeakerRole } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { among, packed, unpack } from './packed.ts'
import type { Db } from './schema.ts'

/** A span over a source's text that is not a quotation: a turn with its speaker, a label, a timestamp, a question, a preamble. */
export type SourceSpan = Span & { id: number; sourceId: number; kind: SpanKind; speakerId: number | null; speaker: string | null; role: SpeakerRole | null }

/** In the order of the text; a turn before the label that it begins with. */
export async function listSourceSpans(db: Db, sourceIds: readonly number[]): Promise<SourceSpan[]> {
  if (sourceIds.length === 0) return []
  const inOrder = db
    .selectFrom('source_span')
    .leftJoin('speaker', 'speaker.id', 'source_span.speaker_id')
    .select(['source_span.id', 'source_span.source_id', 'kind', 'start_offset', 'end_offset', 'speaker_id', 'speaker.label', 'speaker.role'])
    .where(among('source_span.source_id', sourceIds))
    .orderBy('source_span.source_id')
    .orderBy('start_offset')
    .orderBy('end_offset', 'desc')
  const columns = packed('id', 'source_id', 'kind', 'start_offset', 'end_offset', 'speaker_id', 'label', 'role')
  const row = await db.selectFrom(inOrder.as('span')).select(columns.as('rows')).executeTakeFirst()
  return (unpack(row?.rows) as unknown as Packed[]).map(([id, sourceId, kind, start, end, speakerId, speaker, role]) => ({
    id,
    sourceId,
    kind,
    start,
    end,
    speakerId,
    speaker,
    role,
  }))
}
type Packed = [number, number, SpanKind, number, number, number | null, string | null, SpeakerRole | null]

/** The spans that touch a stretch of one source's text. */
export async function listSpansAround(db: Db, sourceId: number, { start, end }: Span): Promise<(Span & { kind: SpanKind })[]> {
  return db
    .selectFrom('source_span')
    .select(['kind', 'start_offset as start', 'end_offset as end'])
    .where('source_id', '=', sourceId)
    .where('start_offset', '<=', end)
    .where('end_offset', '>=', start)
    .orderBy('start_offset')
    .execute()
}

/** Where labels and timestamps end, by where they start, for each source. */
export async function labelEndsOf(db: Db, sourceIds: readonly number[]): Promise<Map<number, Map<number, number>>> {
  const row = await db
    .selectFrom('source_span')
    .select(packed('source_id', 'start_offset', 'end_offset').as('rows'))
    .where(among('source_id', sourceIds))
    .where('kind', 'in', ['label', 'timestamp'])
    .executeTakeFirst()
  const ends = new Map<number, Map<number, number>>()
  for (const [sourceId, start, end] of unpack(row?.rows) as [number, number, number][]) {
    const there = ends.get(sourceId) ?? new Map<number, number>()
    ends.set(sourceId, there.set(start, end))
  }
  return ends
}
