import type { Db } from './schema.ts'

/** Who has said to be done with which sources of a project. */
export async function listSourcesDone(db: Db, projectId: number): Promise<{ sourceId: number; coderId: number }[]> {
  return db
    .selectFrom('source_done')
    .innerJoin('source', 'source.id', 'source_done.source_id')
    .where('source.project_id', '=', projectId)
    .select(['source_done.source_id as sourceId', 'source_done.coder_id as coderId'])
    .execute()
}

/** The row by which a coder is done with a source. */
export async function findSourceDone(db: Db, sourceId: number, coderId: number): Promise<number | undefined> {
  return (await db.selectFrom('source_done').select('id').where('source_id', '=', sourceId).where('coder_id', '=', coderId).executeTakeFirst())?.id
}
