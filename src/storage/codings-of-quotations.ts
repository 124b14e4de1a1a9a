import type { PlacedCode } from '../domain/theme-change.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** The codings of some quotations, with their ids. */
export async function listCodingsOn(db: Db, quotationIds: readonly number[]): Promise<(PlacedCode & { id: number })[]> {
  if (quotationIds.length === 0) return []
  return db.selectFrom('coding').select(['id', 'quotation_id as quotationId', 'code_id as codeId']).where(among('quotation_id', quotationIds)).execute()
}

/** The quotations that have a coding of one of these codes. */
export async function listQuotationsWith(db: Db, codeIds: readonly number[]): Promise<number[]> {
  if (codeIds.length === 0) return []
  const rows = await db.selectFrom('coding').select('quotation_id').distinct().where(among('code_id', codeIds)).execute()
  return rows.map((row) => row.quotation_id)
}
