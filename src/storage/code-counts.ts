import type { Db } from './schema.ts'

/** Distinct quotations under any of the codes, in one source or everywhere. */
export async function countQuotationsUnder(db: Db, codeIds: readonly number[], sourceId?: number): Promise<number> {
  if (codeIds.length === 0) return 0
  const query = db.selectFrom('coding').where('coding.code_id', 'in', codeIds)
  if (sourceId !== undefined) {
    const inSource = query.innerJoin('quotation', 'quotation.id', 'coding.quotation_id').where('quotation.source_id', '=', sourceId)
    const row = await inSource.select((eb) => eb.fn.count<number>('coding.quotation_id').distinct().as('n')).executeTakeFirstOrThrow()
    return Number(row.n)
  }
  const row = await query.select((eb) => eb.fn.count<number>('coding.quotation_id').distinct().as('n')).executeTakeFirstOrThrow()
  return Number(row.n)
}
