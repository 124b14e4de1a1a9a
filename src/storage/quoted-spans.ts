import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

export type QuotedSpan = Span & { quotationId: number; sourceId: number; codeId: number }

/** Every coding's span, of some codes or all, by one coder or all, in the order of the texts. */
export async function listQuotedSpans(db: Db, projectId: number, only: { codeIds?: readonly number[]; coderId?: number }): Promise<QuotedSpan[]> {
  let query = db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .select([
      'quotation.id as quotationId',
      'quotation.source_id as sourceId',
      'coding.code_id as codeId',
      'quotation.start_offset as start',
      'quotation.end_offset as end',
    ])
    .where('source.project_id', '=', projectId)
  if (only.codeIds) query = query.where('coding.code_id', 'in', only.codeIds)
  if (only.coderId) query = query.where('coding.coder_id', '=', only.coderId)
  return query
    .orderBy('source.position')
    .orderBy('quotation.source_id')
    .orderBy('quotation.start_offset')
    .orderBy('quotation.end_offset', 'desc')
    .orderBy('coding.id')
    .execute()
}
