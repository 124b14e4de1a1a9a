import { sql } from 'kysely'
import { type ActKind, everybodysActs } from '../domain/act.ts'
import { Refusal } from '../domain/refusal.ts'
import { among } from './packed.ts'
import { findProjectSetting } from './project-settings.ts'
import type { Db } from './schema.ts'
import { seenBy } from './sight.ts'

/** Whose sight an act is limited to, by its transaction. Acts that are done to everybody's codings, and those of projects that code together, are in here with none. */
const writers = new WeakMap<object, number>()
const everybodys: ReadonlySet<ActKind> = new Set(everybodysActs)

/** What stands there that one may not see is not there for an act of theirs either: each of these tables, and what is said of a row that is not there. */
const refusals = {
  coding: 'refusal.no-coding',
  memo: 'refusal.no-memo',
  thread: 'refusal.no-thread',
  comment: 'refusal.no-thread',
  carry_review: 'refusal.no-review',
  decision: 'refusal.no-quotation',
} as const
type Hidden = keyof typeof refusals

/** Called by `perform`, before anything is done: an act of somebody who codes without seeing the others finds, and changes, only what they may see. */
export async function limitWriter(trx: Db, { projectId, actorId, kind }: { projectId: number | null; actorId: number; kind: ActKind }): Promise<void> {
  if (projectId === null || everybodys.has(kind) || (await findProjectSetting(trx, projectId, 'independent')) !== 'yes') return
  if (!(await readsAll(trx, projectId, actorId))) writers.set(trx, actorId)
}

/** Who reads and questions, and codes nothing, reads everything. */
async function readsAll(trx: Db, projectId: number, actorId: number): Promise<boolean> {
  const member = trx.selectFrom('membership').select('id').where('project_id', '=', projectId).where('coder_id', '=', actorId)
  return (await member.where('role', 'in', ['supervisor', 'reader']).executeTakeFirst()) !== undefined
}

/** Those of some rows that there are for whoever acts through this connection. */
export async function onlySeen<T>(db: Db, table: Hidden | 'quotation' | 'open_quotation', rows: readonly T[], idOf: (row: T) => number): Promise<T[]> {
  const coderId = writers.get(db)
  if (coderId === undefined || rows.length === 0) return [...rows]
  const asked = sql<{ id: number }>`${sql.raw(seenBy(coderId))} select id from ${sql.raw(table)} where ${among('id', rows.map(idOf))}`
  const seen = new Set((await asked.execute(db)).rows.map(({ id }) => id))
  return rows.filter((row) => seen.has(idOf(row)))
}

/** Whether a row is there for whoever acts through this connection. */
export async function isSeen(db: Db, table: Hidden | 'quotation' | 'open_quotation', id: number): Promise<boolean> {
  return (await onlySeen(db, table, [id], (one) => one)).length > 0
}

/** What waits with a quotation, as far as whoever acts may see: the column `held`. */
export async function heldInSight(db: Db, reviewId: number): Promise<string | undefined> {
  const coderId = writers.get(db)
  if (coderId === undefined) return undefined
  return (await sql<{ held: string }>`${sql.raw(seenBy(coderId))} select held from carry_review where id = ${reviewId}`.execute(db)).rows[0]?.held
}

/** Called by the ledger before rows are changed or removed, whatever the act looked up before. Throws as where there is no such row, and so all of the act is taken back. */
export async function refuseUnseen(db: Db, table: string, ids: readonly number[]): Promise<void> {
  const coderId = writers.get(db)
  if (coderId === undefined || ids.length === 0 || !(table in refusals)) return
  const name = sql.raw(table)
  const hidden = sql`${sql.raw(seenBy(coderId))} select 1 from main.${name} r where ${among('r.id', ids)} and not exists (select 1 from ${name} s where s.id = r.id)`
  if ((await hidden.execute(db)).rows.length > 0) throw new Refusal('not-found', refusals[table as Hidden])
}
