import type { Db } from './schema.ts'

/** The codings of a project that are marked as examples of their code. */
export async function listExampleCodings(db: Db, projectId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('coding')
    .innerJoin('code', 'code.id', 'coding.code_id')
    .where('code.project_id', '=', projectId)
    .where('coding.example', '=', 1)
    .select('coding.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
