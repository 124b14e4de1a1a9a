import type { MemoTarget } from '../domain/memo.ts'
import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

/** Whether something that a memo can be about is in the project. */
export async function hasTarget(db: Db, projectId: number, { kind, id }: MemoTarget): Promise<boolean> {
  if (kind === 'project') return id === projectId
  if (kind === 'finding') return false
  if (kind === 'quotation' || kind === 'coding') return (await listPassages(db, projectId, kind, [id])).length > 0
  const table = kind === 'case' ? 'study_case' : kind
  return (await db.selectFrom(table).select('id').where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()) !== undefined
}

export type MemoPassage = Span & { id: number; sourceId: number; title: string; codeId: number | null }

/** Where the quotations or codings of these ids lie, and in which source. */
export async function listPassages(db: Db, projectId: number, kind: 'quotation' | 'coding', ids: readonly number[]): Promise<MemoPassage[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('quotation')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .leftJoin('coding', 'coding.quotation_id', 'quotation.id')
    .select(['coding.id as codingId', 'coding.code_id as codeId', 'quotation.id as quotationId', 'source.id as sourceId', 'source.title'])
    .select(['quotation.start_offset as start', 'quotation.end_offset as end'])
    .where('source.project_id', '=', projectId)
    .where(kind === 'coding' ? 'coding.id' : 'quotation.id', 'in', ids)
    .execute()
  return rows.map(({ codingId, quotationId, codeId, ...row }) => ({
    ...row,
    id: kind === 'coding' ? codingId! : quotationId,
    codeId: kind === 'coding' ? codeId : null,
  }))
}
