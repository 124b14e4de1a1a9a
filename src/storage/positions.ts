import type { Db } from './schema.ts'

/** The place after the last row of a project, in a table whose rows stand in order. */
export async function nextPosition(db: Db, table: 'source' | 'study_case' | 'attribute', projectId: number): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}
