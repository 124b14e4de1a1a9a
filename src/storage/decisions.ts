import type { Db } from './schema.ts'

/** Whether a code belongs on a passage over which coders differed: who decided, when, and why. */
export type Decision = { id: number; quotationId: number; codeId: number; applies: boolean; reason: string; coderId: number; coder: string; madeAt: string }

export async function listDecisions(db: Db, projectId: number): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('coder', 'coder.id', 'decision.coder_id')
    .where('project_id', '=', projectId)
    .select(['decision.id', 'quotation_id as quotationId', 'code_id as codeId', 'applies', 'reason', 'coder_id as coderId', 'coder.name as coder'])
    .select('decision.made_at as madeAt')
    .orderBy('decision.id')
    .execute()
  return rows.map((row) => ({ ...row, applies: row.applies === 1 }))
}

/** The decision on a code over a quotation. @returns its id */
export async function findDecision(db: Db, quotationId: number, codeId: number): Promise<number | undefined> {
  return (await db.selectFrom('decision').select('id').where('quotation_id', '=', quotationId).where('code_id', '=', codeId).executeTakeFirst())?.id
}
