import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** Tables whose rows have a page of their own, or a place on one. */
export const openable = ['source', 'code', 'study_case', 'coding', 'memo', 'thread', 'finding', 'carry_review'] as const
export type Openable = (typeof openable)[number]

/** Which of these rows of a table still stand, for whoever reads. */
export async function listStanding(db: Db, table: Openable, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom(table as 'code')
    .select('id')
    .where(among('id', ids))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
