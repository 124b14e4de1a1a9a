import type { CodeState } from '../domain/codebook-change.ts'
import type { Db, Row } from './schema.ts'

/** Every change of a code of the project since a moment, oldest first. */
export async function listCodeChanges(
  db: Db,
  projectId: number,
  since: string,
): Promise<{ codeId: number; before: CodeState | null; after: CodeState | null }[]> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('act', 'act.id', 'change.act_id')
    .select(['change.row_id', 'change.before', 'change.after'])
    .where('act.project_id', '=', projectId)
    .where('act.at', '>=', since)
    .where('change.table_name', '=', 'code')
    .orderBy('change.id')
    .execute()
  return rows.map((row) => ({ codeId: row.row_id, before: stateOf(row.before), after: stateOf(row.after) }))
}

/** Whether an act made, changed or removed a code. */
export async function touchesCodes(db: Db, actId: number): Promise<boolean> {
  const row = await db.selectFrom('change').select('id').where('act_id', '=', actId).where('table_name', '=', 'code').limit(1).executeTakeFirst()
  return row !== undefined
}

function stateOf(kept: string | null): CodeState | null {
  if (kept === null) return null
  const row = JSON.parse(kept) as Row<'code'>
  return {
    label: row.label,
    parentId: row.parent_id,
    definition: row.definition,
    whenToUse: row.when_to_use,
    whenNot: row.when_not,
    example: row.example,
    color: row.color,
    retiredAt: row.retired_at,
  }
}
