import type { Db } from './schema.ts'

/** Distinct quotations under any of these codes: what the counting engine counts, for a single code and those below it, where an act changed them. A test holds the two equal. */
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
