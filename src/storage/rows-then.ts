import { sql } from 'kysely'
import { peopleActs } from '../domain/role.ts'
import { INDEPENDENT } from './project-settings.ts'
import type { RowTarget } from './put-rows.ts'
import type { Db } from './schema.ts'

/** How every row of a project stood after an act, of those that acts of the project changed later: what the first of them found. */
export async function listRowsThen(db: Db, projectId: number, actId: number): Promise<RowTarget[]> {
  const first = db
    .selectFrom('change')
    .innerJoin('act', 'act.id', 'change.act_id')
    .where('act.project_id', '=', projectId)
    .where('act.id', '>', actId)
    // Who may come in now is no part of how the study was then.
    .where('table_name', '<>', 'membership')
    // And who may see what others code is for those to say who may end it.
    .where(sql<boolean>`not (table_name = 'setting' and coalesce(after, before) ->> '$.name' = ${`project ${projectId} ${INDEPENDENT}`})`)
    .groupBy(['table_name', 'row_id'])
    .select((eb) => eb.fn.min('change.id').as('id'))
  return toTargets(await db.selectFrom('change').selectAll().where('id', 'in', first).orderBy('id').execute())
}

/** How the rows that an act changed stood before it. */
export async function listRowsBefore(db: Db, actId: number): Promise<RowTarget[]> {
  const first = db
    .selectFrom('change')
    .where('act_id', '=', actId)
    .groupBy(['table_name', 'row_id'])
    .select((eb) => eb.fn.min('id').as('id'))
  return toTargets(await db.selectFrom('change').selectAll().where('id', 'in', first).orderBy('id').execute())
}

/** One row as it stood after an act; null where it was not there, undefined where the history does not know it. */
export async function findRowThen(db: Db, table: string, id: number, actId: number): Promise<Record<string, unknown> | null | undefined> {
  const ofRow = db.selectFrom('change').selectAll().where('table_name', '=', table).where('row_id', '=', id)
  const until = await ofRow.where('act_id', '<=', actId).orderBy('act_id', 'desc').orderBy('id', 'desc').executeTakeFirst()
  if (until) return until.after === null ? null : JSON.parse(until.after)
  const later = await ofRow.orderBy('act_id').orderBy('id').executeTakeFirst()
  return later && (later.before === null ? null : JSON.parse(later.before))
}

/** An act of the project, or of anybody, that was done after another and stands. */
export async function findStandingAfter(db: Db, projectId: number, actId: number): Promise<{ id: number; actor: string } | undefined> {
  return db
    .selectFrom('act')
    .innerJoin('coder', 'coder.id', 'act.actor_id')
    .where('project_id', '=', projectId)
    .where('act.id', '>', actId)
    .where('act.undoes', 'is', null)
    .where('act.undone_by', 'is', null)
    .where('act.kind', 'not in', peopleActs)
    .select(['act.id', 'coder.name as actor'])
    .orderBy('act.id', 'desc')
    .executeTakeFirst()
}

function toTargets(rows: readonly { table_name: string; row_id: number; before: string | null }[]): RowTarget[] {
  return rows.map(({ table_name, row_id, before }) => ({ table: table_name, id: row_id, row: before === null ? null : JSON.parse(before) }))
}
