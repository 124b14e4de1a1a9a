import type { ActAbout, ActKind } from '../domain/act.ts'
import { Refusal } from '../domain/refusal.ts'
import { removeIfUnused } from './codings.ts'
import { type ActTable, breathe, type Ledger } from './ledger.ts'
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

/** Newest first. */
export async function listActs(db: Db, projectId: number | null, page: { before?: number; limit: number }): Promise<Act[]> {
  let query = inProject(acts(db), projectId)
  if (page.before) query = query.where('act.id', '<', page.before)
  return (await query.orderBy('act.id', 'desc').limit(page.limit).execute()).map(toAct)
}

/** The coder's newest act that stands and is not itself an undo. */
export async function findNewestStanding(db: Db, projectId: number | null, actorId: number): Promise<Act | undefined> {
  const query = inProject(acts(db), projectId).where('act.actor_id', '=', actorId).where('act.undoes', 'is', null).where('act.undone_by', 'is', null)
  const row = await query.orderBy('act.id', 'desc').limit(1).executeTakeFirst()
  return row && toAct(row)
}

/** The coder's newest undo that stands, as long as nothing new was done after it. */
export async function findNewestUndo(db: Db, projectId: number | null, actorId: number): Promise<Act | undefined> {
  const newest = await findNewestStanding(db, projectId, actorId)
  const query = inProject(acts(db), projectId).where('act.actor_id', '=', actorId).where('act.kind', '=', 'undo').where('act.undone_by', 'is', null)
  const undo = await query.orderBy('act.id', 'desc').limit(1).executeTakeFirst()
  return undo && undo.id > (newest?.id ?? 0) ? toAct(undo) : undefined
}

/** A later standing act by somebody else that touched a row of this act. */
export async function findLaterActOnSameRows(db: Db, act: Act): Promise<Act | undefined> {
  const row = await acts(db)
    .where('act.id', '>', act.id)
    .where('act.actor_id', '<>', act.actorId)
    .where('act.undone_by', 'is', null)
    .where('act.undoes', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('change as later')
          .innerJoin('change as mine', (join) => join.onRef('mine.table_name', '=', 'later.table_name').onRef('mine.row_id', '=', 'later.row_id'))
          .select('later.id')
          .whereRef('later.act_id', '=', 'act.id')
          .where('mine.act_id', '=', act.id),
      ),
    )
    .orderBy('act.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toAct(row)
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

/**
 * Put every row of an act back as it was before, last change first. Refused where a row no longer stands as the act left it:
 * what the act built on was itself undone, or changed by somebody else.
 */
export async function applyInverse(ledger: Ledger, actId: number): Promise<void> {
  const changes = await listChanges(ledger.trx, actId)
  for (const [index, change] of changes.reverse().entries()) {
    if (change.after && change.table !== 'quotation' && !(await ledger.standsAs(change.table, change.rowId, change.after)))
      throw new Refusal('conflict', 'refusal.undo-stale')
    if (change.table === 'quotation') await turnQuotation(ledger, change)
    else if (change.before === null) await ledger.remove(change.table, change.rowId)
    else if (change.after === null) await putBack(ledger, change.table, change.before)
    else await ledger.update(change.table, change.rowId, change.before as never)
    if (change.table === 'coding' && change.before === null) await removeIfUnused(ledger, Number(change.after!['quotation_id']))
    if (index % 200 === 199) await breathe()
  }
}

/** A quotation lives as long as anything points at it, whoever made it first. */
async function turnQuotation(ledger: Ledger, { rowId, before }: Change): Promise<void> {
  const stands = await ledger.trx.selectFrom('quotation').select('id').where('id', '=', rowId).executeTakeFirst()
  if (before && !stands) await ledger.insert('quotation', before as never)
  if (!before && stands) await removeIfUnused(ledger, rowId)
}

async function putBack(ledger: Ledger, table: ActTable, row: Record<string, unknown>): Promise<void> {
  if (table === 'coding') await reviveQuotation(ledger, Number(row['quotation_id']))
  await ledger.insert(table, row as never)
}

/** Another coder's undo may have taken the quotation away with its last coding: the history still has it. */
async function reviveQuotation(ledger: Ledger, id: number): Promise<void> {
  const stands = await ledger.trx.selectFrom('quotation').select('id').where('id', '=', id).executeTakeFirst()
  if (stands) return
  const gone = await ledger.trx
    .selectFrom('change')
    .selectAll()
    .where('table_name', '=', 'quotation')
    .where('row_id', '=', id)
    .where('before', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (gone) await ledger.insert('quotation', JSON.parse(gone.before!))
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
    before: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
    after: row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>),
  }
}

/** A row as the history last knew it, whether it still stands or not. */
export async function findLastRow(db: Db, table: ActTable, rowId: number): Promise<Record<string, unknown> | undefined> {
  const row = await db.selectFrom('change').selectAll().where('table_name', '=', table).where('row_id', '=', rowId).orderBy('id', 'desc').executeTakeFirst()
  const known = row?.after ?? row?.before
  return known ? (JSON.parse(known) as Record<string, unknown>) : undefined
}
