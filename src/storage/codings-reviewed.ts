import type { Db } from './schema.ts'

/** Sources of a project in which something waits to be laid again since a text was changed. */
export async function sourcesWaiting(db: Db, projectId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('carry_review')
    .innerJoin('source', 'source.id', 'carry_review.source_id')
    .where('source.project_id', '=', projectId)
    .select('source.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

/** Codings that a person has laid again in a review, as far as nobody has taken that back. */
export async function codingsSettled(db: Db, projectId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('act')
    .innerJoin('change', 'change.act_id', 'act.id')
    .where('act.project_id', '=', projectId)
    .where('act.kind', '=', 'settle-review')
    .where('act.undone_by', 'is', null)
    .where('change.table_name', '=', 'coding')
    .where('change.after', 'is not', null)
    .select('change.row_id as id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}
