import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

/** Where the quotations and the answers of a source lie, in the order of the text. */
export async function listLaidOn(db: Db, sourceId: number): Promise<{ quotations: Span[]; answers: Span[]; spans: Span[] }> {
  const [quotations, answers, spans] = await Promise.all(
    (['quotation', 'answer_span', 'source_span'] as const).map((table) =>
      db.selectFrom(table).select(['start_offset as start', 'end_offset as end']).where('source_id', '=', sourceId).orderBy('start_offset').execute(),
    ),
  )
  return { quotations: quotations!, answers: answers!, spans: spans! }
}
