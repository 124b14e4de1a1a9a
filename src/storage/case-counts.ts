import type { Db } from './schema.ts'

/** Distinct quotations of a case under each code with everything below it, by code id: those in the sources that are the case's. */
export async function countOfCase(db: Db, projectId: number, caseId: number): Promise<Map<number, number>> {
  const rows = await db
    .withRecursive('under(top, id)', (qb) =>
      qb
        .selectFrom('code')
        .select(['code.id as top', 'code.id as id'])
        .where('code.project_id', '=', projectId)
        .unionAll((more) => more.selectFrom('code').innerJoin('under', 'under.id', 'code.parent_id').select(['under.top', 'code.id'])),
    )
    .selectFrom('source_case')
    .innerJoin('quotation', 'quotation.source_id', 'source_case.source_id')
    .innerJoin('coding', 'coding.quotation_id', 'quotation.id')
    .innerJoin('under', 'under.id', 'coding.code_id')
    .select((eb) => ['under.top as codeId', eb.fn.count<number>('coding.quotation_id').distinct().as('quotations')])
    .where('source_case.case_id', '=', caseId)
    .groupBy('under.top')
    .execute()
  return new Map(rows.map((row) => [row.codeId, Number(row.quotations)]))
}
