import { sql } from 'kysely'
import type { MemoPlace } from '../domain/memo.ts'
import type { Span } from '../domain/span.ts'
import { hasCell } from './findings.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'
import { isSeen } from './writer-sight.ts'

/** Whether something that a memo can be about is in the project. */
export async function hasTarget(db: Db, projectId: number, place: MemoPlace): Promise<boolean> {
  if (place.kind === 'finding') return hasCell(db, projectId, place)
  const { kind, id } = place
  if (kind === 'project') return id === projectId
  if (kind === 'quotation' || kind === 'coding') return (await listPassages(db, projectId, kind, [id])).length > 0 && (await isSeen(db, kind, id))
  const table = kind === 'case' ? 'study_case' : kind
  return (await db.selectFrom(table).select('id').where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()) !== undefined
}

export type MemoPassage = Span & { id: number; guid: string; sourceId: number; title: string; codeId: number | null }

/** Where the quotations or codings of these ids lie, and in which source; `guid` is the quotation's. */
export async function listPassages(db: Db, projectId: number, kind: 'quotation' | 'coding', ids: readonly number[]): Promise<MemoPassage[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('quotation')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .$if(kind === 'coding', (query) => query.innerJoin('coding', 'coding.quotation_id', 'quotation.id').where(among('coding.id', ids)))
    .$if(kind === 'quotation', (query) => query.where(among('quotation.id', ids)))
    .select(['quotation.id as quotationId', 'quotation.guid', 'source.id as sourceId', 'source.title'])
    .select(['quotation.start_offset as start', 'quotation.end_offset as end'])
    .$if(kind === 'coding', (query) => query.select([sql<number>`coding.id`.as('codingId'), sql<number>`coding.code_id`.as('codeId')]))
    .where('source.project_id', '=', projectId)
    .execute()
  return rows.map(({ quotationId, codingId, codeId, ...row }) => ({ ...row, id: codingId ?? quotationId, codeId: codeId ?? null }))
}
