import type { Change } from './acts.ts'
import { rowOf } from './acts.ts'
import type { ActTable } from './ledger.ts'
import type { Db, Row } from './schema.ts'

/** Acts that make sources which nobody can have open yet, thousands of rows at a time. */
const makingSources = ['import-sources', 'create-demo', 'create-project'] as const

export type Between = { projectId: number; after: number; upTo: number; exceptWish?: string | undefined }
export type ChangeOfAct = Change & { actId: number }

/** What acts of a project and of the whole house changed after one act and up to another, in the order they were made; null where it is more than `most` rows. */
export async function listChangesBetween(db: Db, { projectId, after, upTo, exceptWish }: Between, most: number): Promise<ChangeOfAct[] | null> {
  let query = db
    .selectFrom('act')
    .innerJoin('change', 'change.act_id', 'act.id')
    .selectAll('change')
    .where('act.id', '>', after)
    .where('act.id', '<=', upTo)
    .where('act.kind', 'not in', makingSources)
    .where(({ or, eb }) => or([eb('act.project_id', '=', projectId), eb('act.project_id', 'is', null)]))
  if (exceptWish) query = query.where(({ or, eb }) => or([eb('act.wish', 'is', null), eb('act.wish', '<>', exceptWish)]))
  const rows = await query
    .orderBy('change.id')
    .limit(most + 1)
    .execute()
  if (rows.length > most) return null
  return rows.map(toChangeOfAct)
}

/** The newest changes that others than a coder have made in a project after an act, at most so many. */
export async function listChangesOfOthers(db: Db, of: { projectId: number; coderId: number; after: number }, most: number): Promise<ChangeOfAct[]> {
  const rows = await db
    .selectFrom('act')
    .innerJoin('change', 'change.act_id', 'act.id')
    .selectAll('change')
    .where('act.id', '>', of.after)
    .where('act.project_id', '=', of.projectId)
    .where('act.actor_id', '<>', of.coderId)
    .orderBy('act.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(toChangeOfAct)
}

function toChangeOfAct(row: Row<'change'>): ChangeOfAct {
  return {
    id: row.id,
    actId: row.act_id,
    table: row.table_name as ActTable,
    rowId: row.row_id,
    before: rowOf(row.before),
    after: rowOf(row.after),
  }
}
