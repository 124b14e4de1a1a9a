import type { SpanKind, SpeakerRole } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

/** A span over a source's text that is not a quotation: a turn with its speaker, a label, a timestamp, a question, a preamble. */
export type SourceSpan = Span & { id: number; sourceId: number; kind: SpanKind; speakerId: number | null; speaker: string | null; role: SpeakerRole | null }

/** In the order of the text; a turn before the label that it begins with. */
export async function listSourceSpans(db: Db, sourceIds: readonly number[]): Promise<SourceSpan[]> {
  if (sourceIds.length === 0) return []
  return db
    .selectFrom('source_span')
    .leftJoin('speaker', 'speaker.id', 'source_span.speaker_id')
    .select([
      'source_span.id',
      'source_span.source_id as sourceId',
      'source_span.kind',
      'source_span.start_offset as start',
      'source_span.end_offset as end',
      'source_span.speaker_id as speakerId',
      'speaker.label as speaker',
      'speaker.role',
    ])
    .where('source_span.source_id', 'in', sourceIds)
    .orderBy('source_span.source_id')
    .orderBy('source_span.start_offset')
    .orderBy('source_span.end_offset', 'desc')
    .execute()
}

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
  const rows = await db
    .selectFrom('source_span')
    .select(['source_id', 'start_offset', 'end_offset'])
    .where('source_id', 'in', [...new Set(sourceIds)])
    .where('kind', 'in', ['label', 'timestamp'])
    .execute()
  const ends = new Map<number, Map<number, number>>()
  for (const row of rows) {
    const there = ends.get(row.source_id) ?? new Map<number, number>()
    ends.set(row.source_id, there.set(row.start_offset, row.end_offset))
  }
  return ends
}
