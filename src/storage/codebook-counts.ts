import type { Db } from './schema.ts'

/** Distinct quotations under each code with everything below it, and codings of the code itself. */
export type CodeCount = { quotations: number; codings: number }

/** Counts of a whole codebook by code id; a code without any is missing. The same as the matrix counts: a test holds it. */
export async function countByCode(db: Db, projectId: number): Promise<Map<number, CodeCount>> {
  const under = await db
    .withRecursive('under(top, id)', (qb) =>
      qb
        .selectFrom('code')
        .select(['code.id as top', 'code.id as id'])
        .where('code.project_id', '=', projectId)
        .unionAll((more) => more.selectFrom('code').innerJoin('under', 'under.id', 'code.parent_id').select(['under.top', 'code.id'])),
    )
    .selectFrom('under')
    .innerJoin('coding', 'coding.code_id', 'under.id')
    .select((eb) => ['under.top as codeId', eb.fn.count<number>('coding.quotation_id').distinct().as('quotations')])
    .groupBy('under.top')
    .execute()
  const own = await db
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .select((eb) => ['coding.code_id as codeId', eb.fn.countAll<number>().as('codings')])
    .where('code.project_id', '=', projectId)
    .groupBy('coding.code_id')
    .execute()
  const codings = new Map(own.map((row) => [row.codeId, Number(row.codings)]))
  return new Map(under.map((row) => [row.codeId, { quotations: Number(row.quotations), codings: codings.get(row.codeId) ?? 0 }]))
}

/** Distinct quotations under any of these codes: the same for one code and those below it, for what a single act changes. */
export async function countUnder(db: Db, codeIds: readonly number[]): Promise<number> {
  const row = await db
    .selectFrom('coding')
    .select((eb) => eb.fn.count<number>('quotation_id').distinct().as('n'))
    .where('code_id', 'in', codeIds)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How often a code is put on something, whoever did it. */
export async function countCodingsOfCode(db: Db, codeId: number): Promise<number> {
  const row = await db
    .selectFrom('coding')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('code_id', '=', codeId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** What points at a code besides codings: questions linked to it, memos about it. */
export async function listHangingOnCode(db: Db, codeId: number): Promise<{ themes: number[]; memos: number[] }> {
  const themes = await db.selectFrom('question_theme').select('id').where('code_id', '=', codeId).execute()
  const memos = await db.selectFrom('memo').select('id').where('target_kind', '=', 'code').where('target_id', '=', codeId).execute()
  return { themes: themes.map((row) => row.id), memos: memos.map((row) => row.id) }
}
