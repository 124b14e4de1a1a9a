import { sql } from 'kysely'
import { type ActAbout, type ActKind, textActs } from '../domain/act.ts'
import type { ActObject } from '../domain/act-object.ts'
import { peopleActs } from '../domain/role.ts'
import type { ActTable } from './ledger.ts'
import type { Db, Row } from './schema.ts'

export type Act = {
  id: number
  projectId: number | null
  actorId: number
  actor: string
  kind: ActKind
  at: string
  about: ActAbout
  undoes: number | null
  undoneBy: number | null
}
export type Change = { id: number; table: ActTable; rowId: number; before: Record<string, unknown> | null; after: Record<string, unknown> | null }

function acts(db: Db) {
  return db.selectFrom('act').innerJoin('coder', 'coder.id', 'act.actor_id').selectAll('act').select('coder.name as actor')
}

function inProject<Q extends ReturnType<typeof acts>>(query: Q, projectId: number | null): Q {
  return (projectId === null ? query.where('act.project_id', 'is', null) : query.where('act.project_id', '=', projectId)) as Q
}

export async function findAct(db: Db, id: number): Promise<Act | undefined> {
  const row = await acts(db).where('act.id', '=', id).executeTakeFirst()
  return row && toAct(row)
}

/** The act that did what a page asked for under a wish. */
export async function findActByWish(db: Db, wish: string): Promise<number | undefined> {
  return (await db.selectFrom('act').select('id').where('wish', '=', wish).executeTakeFirst())?.id
}

/** What a list of acts is narrowed by: who, what, and from when (taken in) to when (left out), as ISO times. */
export type ActsWish = {
  before?: number
  limit: number
  actorId?: number | undefined
  kinds?: readonly ActKind[] | undefined
  from?: string | undefined
  to?: string | undefined
  /** Acts that are about it, or changed its row. */
  object?: ActObject | undefined
  /** Acts after this one alone; by others than this coder. */
  after?: number | undefined
  notBy?: number | undefined
}

/** Newest first. */
export async function listActs(db: Db, projectId: number | null, page: ActsWish): Promise<Act[]> {
  // The plus keeps the index of projects and actors out of it: going back from the newest act finds a page soonest, and needs nothing sorted.
  let query = acts(db).where(projectId === null ? sql<boolean>`+act.project_id is null` : sql<boolean>`+act.project_id = ${projectId}`)
  if (page.before) query = query.where('act.id', '<', page.before)
  if (page.actorId) query = query.where('act.actor_id', '=', page.actorId)
  if (page.kinds) query = query.where('act.kind', 'in', page.kinds)
  if (page.from) query = query.where('act.at', '>=', page.from)
  if (page.to) query = query.where('act.at', '<', page.to)
  if (page.after) query = query.where('act.id', '>', page.after)
  if (page.notBy) query = query.where('act.actor_id', '<>', page.notBy)
  if (page.object) query = query.where(isAbout(page.object))
  return (await query.orderBy('act.id', 'desc').limit(page.limit).execute()).map(toAct)
}

const tableOf = { source: 'source', code: 'code', case: 'study_case', coding: 'coding' } as const

function isAbout({ kind, id }: ActObject) {
  const changed = sql<boolean>`act.id in (select act_id from change where table_name = ${tableOf[kind]} and row_id = ${id})`
  return kind === 'coding' ? changed : sql<boolean>`(json_extract(act.about, ${`$.${kind}Id`}) = ${id} or ${changed})`
}

/** Who made or last changed rows of a table, by row; what is undone does not count. */
export async function findLastActors(db: Db, table: 'code' | 'source', ids: ReadonlySet<number>): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('act', 'act.id', 'change.act_id')
    .where('table_name', '=', table)
    .where('row_id', 'in', [...ids])
    .where('act.undoes', 'is', null)
    .where('act.undone_by', 'is', null)
    .select(['row_id as id', 'act.actor_id as actorId'])
    .orderBy('act.id')
    .execute()
  return new Map(rows.map(({ id, actorId }) => [id, actorId]))
}

/** Some acts by id, oldest first. */
export async function listActsById(db: Db, ids: readonly number[]): Promise<Act[]> {
  return ids.length === 0 ? [] : (await acts(db).where('act.id', 'in', ids).orderBy('act.id').execute()).map(toAct)
}

/** The coder's newest act that stands, is not itself an undo, and lets nobody in or out; the newest before another act, where one is given. */
export async function findNewestStanding(db: Db, projectId: number | null, actorId: number, before?: number): Promise<Act | undefined> {
  let query = inProject(acts(db), projectId)
    .where('act.actor_id', '=', actorId)
    .where('act.undoes', 'is', null)
    .where('act.undone_by', 'is', null)
    .where('act.kind', 'not in', peopleActs)
  if (before !== undefined) query = query.where('act.id', '<', before)
  const row = await query.orderBy('act.id', 'desc').limit(1).executeTakeFirst()
  return row && toAct(row)
}

/** The coder's newest undo that stands, as long as nothing new was done after it. */
export async function findNewestUndo(db: Db, projectId: number | null, actorId: number): Promise<Act | undefined> {
  const newest = await findNewestStanding(db, projectId, actorId)
  const query = inProject(acts(db), projectId).where('act.actor_id', '=', actorId).where('act.kind', '=', 'undo').where('act.undone_by', 'is', null)
  const undo = await query
    .where('act.id', '>', newest?.id ?? 0)
    .orderBy('act.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return undo && toAct(undo)
}

/**
 * A later standing act by somebody else (`byAnybody`: or by its own coder) that touched a row of this act. Of a source's row only the same columns count, and that an
 * edited text carried a passage along is in nobody's way.
 */
export async function findLaterActOnSameRows(db: Db, act: Act, byAnybody = false): Promise<Act | undefined> {
  const rows = await db
    .selectFrom('change as mine')
    .innerJoin('change as later', (join) => join.onRef('mine.table_name', '=', 'later.table_name').onRef('mine.row_id', '=', 'later.row_id'))
    .innerJoin('act', 'act.id', 'later.act_id')
    .select(['later.act_id as actId', 'mine.table_name as table', 'mine.before as mineBefore', 'mine.after as mineAfter', 'later.before', 'later.after'])
    .where('mine.act_id', '=', act.id)
    .where('later.act_id', '>', act.id)
    .where('act.actor_id', byAnybody ? '>' : '<>', byAnybody ? 0 : act.actorId)
    .where('act.undone_by', 'is', null)
    .where('act.undoes', 'is', null)
    // What is taken in only adds rows: it meets those of an act before it where it brought that act along, in the history of a whole study.
    .where('act.kind', '<>', 'import-project')
    .where(({ or, eb }) =>
      or([eb('later.table_name', 'not in', carried), eb('later.before', 'is', null), eb('later.after', 'is', null), eb('act.kind', 'not in', textActs)]),
    )
    // Nor that a finding came or went with what is in it: those are rows or fields of their own.
    .where(({ or, eb }) =>
      or([
        eb('later.table_name', '<>', 'finding'),
        eb.and((['mine.before', 'mine.after', 'later.before', 'later.after'] as const).map((side) => eb(side, 'is not', null))),
      ]),
    )
    .orderBy('later.act_id', 'desc')
    .execute()
  const inTheWay = rows.find((row) => row.table !== 'source' || shareColumn(row))
  return inTheWay && findAct(db, inTheWay.actId)
}
const carried = ['quotation', 'answer_span', 'source_span', 'carry_review']

function shareColumn(row: { mineBefore: string | null; mineAfter: string | null; before: string | null; after: string | null }): boolean {
  const mine = changedColumns(rowOf(row.mineBefore), rowOf(row.mineAfter))
  const later = changedColumns(rowOf(row.before), rowOf(row.after))
  return mine.some((column) => later.includes(column))
}

/** Columns in which a row differs before and after; all of them where it came or went. */
export function changedColumns(before: Change['before'], after: Change['after']): string[] {
  return Object.keys(after ?? before ?? {}).filter((column) => !before || !after || before[column] !== after[column])
}

/** In the order in which they were made. */
export async function listChanges(db: Db, actId: number, page: { limit?: number } = {}): Promise<Change[]> {
  let query = db.selectFrom('change').selectAll().where('act_id', '=', actId).orderBy('id')
  if (page.limit) query = query.limit(page.limit)
  return (await query.execute()).map(toChange)
}

export async function countChanges(db: Db, actId: number): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('act_id', '=', actId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Mark an act as undone by another, or as standing again. */
export async function markUndone(db: Db, actId: number, undoneBy: number | null): Promise<void> {
  await db.updateTable('act').set({ undone_by: undoneBy }).where('id', '=', actId).execute()
}

function toAct(row: Row<'act'> & { actor: string }): Act {
  return {
    id: row.id,
    projectId: row.project_id,
    actorId: row.actor_id,
    actor: row.actor,
    kind: row.kind,
    at: row.at,
    about: JSON.parse(row.about) as ActAbout,
    undoes: row.undoes,
    undoneBy: row.undone_by,
  }
}

function toChange(row: Row<'change'>): Change {
  return {
    id: row.id,
    table: row.table_name as ActTable,
    rowId: row.row_id,
    before: rowOf(row.before),
    after: rowOf(row.after),
  }
}

export function rowOf(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>)
}

/** The sources to which an act gave another text. */
export async function listSourcesGivenText(db: Db, actId: number): Promise<Set<number>> {
  const rows = await db.selectFrom('change').select(['row_id', 'before', 'after']).where('act_id', '=', actId).where('table_name', '=', 'source').execute()
  const version = (row: string | null) => row && (JSON.parse(row) as Row<'source'>).version_id
  return new Set(rows.filter(({ before, after }) => before && after && version(before) !== version(after)).map(({ row_id }) => row_id))
}
