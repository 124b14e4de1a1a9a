import { sql } from 'kysely'
import type { Span } from '../domain/span.ts'
import type { Coder } from './coders.ts'
import { packed, unpack } from './packed.ts'
import type { Db } from './schema.ts'

/** A coding as agreement looks at it. */
export type CodedPlace = Span & { readonly sourceId: number; readonly codeId: number; readonly coderId: number; readonly quotationId: number }

/** Every coding of a project, or of one source or one code of it. */
export async function listCodedPlaces(
  db: Db,
  projectId: number,
  only: { sourceId?: number | undefined; codeIds?: readonly number[] | undefined } = {},
): Promise<CodedPlace[]> {
  let query = db
    .selectFrom('coding')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .where('source.project_id', '=', projectId)
  if (only.sourceId !== undefined) query = query.where('quotation.source_id', '=', only.sourceId)
  if (only.codeIds) query = query.where('coding.code_id', 'in', only.codeIds)
  const columns = ['quotation.source_id', 'coding.code_id', 'coding.coder_id', 'quotation.id', 'quotation.start_offset', 'quotation.end_offset']
  const row = await query.select(packed(...columns).as('rows')).executeTakeFirst()
  return unpack(row?.rows).map(([sourceId, codeId, coderId, quotationId, start, end]) => ({
    sourceId: sourceId!,
    codeId: codeId!,
    coderId: coderId!,
    quotationId: quotationId!,
    start: start!,
    end: end!,
  }))
}

/** Who has coded anything in a project, those who have coded most first. */
export async function listCodersOfProject(db: Db, projectId: number): Promise<(Coder & { codings: number })[]> {
  return db
    .selectFrom('coding')
    .innerJoin('coder', 'coder.id', 'coding.coder_id')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .where('code.project_id', '=', projectId)
    .groupBy('coder.id')
    .select(['coder.id', 'coder.name', sql<number>`count(*)`.as('codings')])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('coder.id')
    .execute()
}
