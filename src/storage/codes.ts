import type { Code } from '../domain/code.ts'
import type { Db, Row } from './schema.ts'
import { whileUnchanged } from './seen-version.ts'

export async function findCode(db: Db, projectId: number, id: number): Promise<Code | undefined> {
  const row = await db.selectFrom('code').selectAll().where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()
  return row && toCode(row)
}

/** The whole codebook, retired codes too; `treeOf` puts it in order. */
export async function listCodes(db: Db, projectId: number): Promise<Code[]> {
  const query = db.selectFrom('code').selectAll().where('project_id', '=', projectId).orderBy('position').orderBy('id')
  return [...(await whileUnchanged(db, `codes ${projectId}`, async () => (await query.execute()).map(toCode)))]
}

function toCode(row: Row<'code'>): Code {
  return {
    id: row.id,
    guid: row.guid,
    projectId: row.project_id,
    parentId: row.parent_id,
    label: row.label,
    color: row.color,
    definition: row.definition,
    whenToUse: row.when_to_use,
    whenNot: row.when_not,
    example: row.example,
    position: row.position,
    retiredAt: row.retired_at,
  }
}
