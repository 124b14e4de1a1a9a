import { CompiledQuery, type Insertable, type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { ActAbout, ActKind } from '../domain/act.ts'
import { AlreadyDone } from '../domain/already-done.ts'
import { breathe } from './breathe.ts'
import { tellCommitted } from './committed.ts'
import { inTurn } from './in-turn.ts'
import { among } from './packed.ts'
import { putRows, type RowTarget } from './put-rows.ts'
import type { Schema } from './schema.ts'
import { takeWish } from './wish.ts'
import { limitWriter, refuseUnseen } from './writer-sight.ts'

/** The tables whose rows come and go by acts alone. Texts and originals are written once beside them and never change; who can sign in is in no history. */
export type ActTable = Exclude<keyof Schema, 'act' | 'change' | 'source_version' | 'version_change' | 'original' | 'account' | 'session' | 'invitation'>
export type ActDraft = { projectId: number | null; actorId: number; kind: ActKind; about?: ActAbout; undoes?: number }

type Stored = Record<string, unknown> & { id: number }
const CHUNK = 100
/** Far beyond any text: where quotations wait while others are moved to where they lay. */
const ASIDE = 2_000_000_000

/**
 * The one place where data changes. Do everything that a person did in one transaction, and write what every row was
 * before and after. `work` writes through the ledger alone, in an order that keeps foreign keys true, and removes what
 * hangs on a row before the row. Where nothing changed, no act is kept. What bears a wish is done once: throws AlreadyDone
 * where an act bears it. Refused as busy where too many acts wait. Who follows the history is told when all is committed.
 */
export async function perform<T>(db: Kysely<Schema>, draft: ActDraft, work: (ledger: Ledger) => Promise<T>): Promise<{ actId: number; result: T }> {
  const wish = takeWish()
  const inTransaction = async (trx: Transaction<Schema>) => {
    if (wish !== null) await refuseRepeated(trx, wish)
    const { id: actId } = await trx
      .insertInto('act')
      .values({
        project_id: draft.projectId,
        actor_id: draft.actorId,
        kind: draft.kind,
        at: new Date().toISOString(),
        about: JSON.stringify(draft.about ?? {}),
        undoes: draft.undoes ?? null,
        undone_by: null,
        wish,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await limitWriter(trx, draft)
    const ledger = new Ledger(trx, actId)
    const result = await work(ledger)
    await ledger.close()
    return { actId, result }
  }
  const done = await inTurn(db, () => db.transaction().execute(inTransaction))
  tellCommitted(db)
  return done
}

async function refuseRepeated(trx: Transaction<Schema>, wish: string): Promise<void> {
  const same = await trx.selectFrom('act').select('id').where('wish', '=', wish).executeTakeFirst()
  if (same) throw new AlreadyDone(same.id)
}

/** Writes rows and, beside each, its change. Reads inside an act go through `trx`, never through the database. */
export class Ledger {
  readonly trx: Transaction<Schema>
  readonly actId: number
  #waiting: Insertable<Schema['change']>[] = []
  #changes = 0

  constructor(trx: Transaction<Schema>, actId: number) {
    this.trx = trx
    this.actId = actId
  }

  /** @returns the id of the new row. A row that is put back keeps the id it had. */
  async insert<T extends ActTable>(table: T, values: Insertable<Schema[T]>): Promise<number> {
    return (await this.insertMany(table, [values]))[0]!
  }

  /** Many rows at once, letting other work in between. @returns their ids, in the order of the rows. */
  async insertMany<T extends ActTable>(table: T, rows: readonly Insertable<Schema[T]>[]): Promise<number[]> {
    const ids: number[] = []
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      const stored = (await this.#any().insertInto(table).values(chunk).returningAll().execute()) as Stored[]
      for (const after of stored.sort((a, b) => a.id - b.id)) {
        ids.push(after.id)
        await this.#note(table, after.id, null, after)
      }
      if (from + CHUNK < rows.length) await breathe()
    }
    return ids
  }

  /** Change some columns of a row; nothing is written down where they already stand so. @returns whether anything changed. */
  async update<T extends ActTable>(table: T, id: number, patch: Updateable<Schema[T]>): Promise<boolean> {
    const before = await this.#row(table, id)
    const changed = Object.entries(patch).some(([column, value]) => value !== undefined && before[column] !== value)
    if (!changed) return false
    // A memo goes where its coding goes.
    if (table !== 'memo' || 'text' in patch) await refuseUnseen(this.trx, table, [id])
    const after = (await this.#any()
      .updateTable(table as string)
      .set(patch as Record<string, unknown>)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()) as Stored
    await this.#note(table, id, before, after)
    return true
  }

  /** Change the same columns of many rows at once, letting other work in between. Rows that may not lie on one another may change places. */
  async updateMany<T extends ActTable>(table: T, patches: readonly { id: number; patch: Updateable<Schema[T]> }[]): Promise<void> {
    const stored = (await this.#any()
      .selectFrom(table)
      .selectAll()
      .where(
        among(
          `${table}.id`,
          patches.map(({ id }) => id),
        ),
      )
      .execute()) as Stored[]
    const rows = new Map(stored.map((row) => [row.id, row]))
    await refuseUnseen(this.trx, table, [...rows.keys()])
    const columns = Object.keys(patches[0]?.patch ?? {})
    const changed = patches
      .map(({ id, patch }) => ({ before: rows.get(id)!, after: { ...rows.get(id)!, ...(patch as Record<string, unknown>) } }))
      .filter(({ before, after }) => columns.some((column) => before[column] !== after[column]))
    const ids = changed.map(({ after }) => after.id)
    if (table === 'quotation')
      await sql`update quotation set start_offset = start_offset + ${ASIDE}, end_offset = end_offset + ${ASIDE} where ${among('id', ids)}`.execute(this.trx)
    const set = columns.map((column, at) => `"${column}" = asked.value ->> ${at + 1}`).join(', ')
    for (let from = 0; from < changed.length; from += CHUNK * 3) {
      const chunk = changed.slice(from, from + CHUNK * 3)
      const values = JSON.stringify(chunk.map(({ after }) => [after.id, ...columns.map((column) => after[column])]))
      const update = `update "${table}" set ${set} from json_each(?) as asked where "${table}"."id" = asked.value ->> 0`
      await this.trx.executeQuery(CompiledQuery.raw(update, [values]))
      for (const { before, after } of chunk) await this.#note(table, after.id, before, after)
      if (from + CHUNK * 3 < changed.length) await breathe()
    }
  }

  /** What the act is about, where only the work could tell. */
  async tellAbout(about: ActAbout): Promise<void> {
    await this.trx
      .updateTable('act')
      .set({ about: JSON.stringify(about) })
      .where('id', '=', this.actId)
      .execute()
  }

  async remove(table: ActTable, id: number): Promise<void> {
    await refuseUnseen(this.trx, table, [id])
    const before = await this.#row(table, id)
    await this.#any().deleteFrom(table).where('id', '=', id).execute()
    await this.#note(table, id, before, null)
  }

  async removeMany(table: ActTable, ids: readonly number[]): Promise<void> {
    for (const [index, id] of ids.entries()) {
      await this.remove(table, id)
      if (index % CHUNK === CHUNK - 1) await breathe()
    }
  }

  /** Let many rows stand as they are told to, all at once. @returns how many did not stand so */
  async putRows(targets: readonly RowTarget[]): Promise<number> {
    for (const { table, id } of targets) await refuseUnseen(this.trx, table, [id])
    const puts = await putRows(this.trx, targets)
    for (const { table, id, before, after } of puts) await this.#note(table as ActTable, id, before, after)
    return puts.length
  }

  /** Whether a row has just these values. */
  async standsAs(table: ActTable, id: number, values: Record<string, unknown>): Promise<boolean> {
    const row = (await this.#any().selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()) as Stored | undefined
    return row !== undefined && Object.entries(values).every(([column, value]) => row[column] === value)
  }

  /** Whether all these rows have just these values. */
  async allStandAs(table: ActTable, rows: ReadonlyMap<number, Record<string, unknown>>): Promise<boolean> {
    if (rows.size === 0) return true
    const stored = (await this.#any()
      .selectFrom(table)
      .selectAll()
      .where(among(`${table}.id`, rows.keys()))
      .execute()) as Stored[]
    return stored.length === rows.size && stored.every((row) => Object.entries(rows.get(row.id)!).every(([column, value]) => row[column] === value))
  }

  /** Called by `perform`: writes the changes that wait, or takes the empty act back. */
  async close(): Promise<void> {
    await this.#flush()
    if (this.#changes === 0) await this.trx.deleteFrom('act').where('id', '=', this.actId).execute()
  }

  async #note(table: ActTable, rowId: number, before: Stored | null, after: Stored | null): Promise<void> {
    this.#changes++
    this.#waiting.push({
      act_id: this.actId,
      table_name: table,
      row_id: rowId,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })
    if (this.#waiting.length < CHUNK) return
    await this.#flush()
    await breathe()
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length > 0) await this.trx.insertInto('change').values(this.#waiting).execute()
    this.#waiting = []
  }

  async #row(table: ActTable, id: number): Promise<Stored> {
    return (await this.#any().selectFrom(table).selectAll().where('id', '=', id).executeTakeFirstOrThrow()) as Stored
  }

  /** Table names are data here, which Kysely's types can't follow. */
  #any(): Transaction<any> {
    return this.trx
  }
}
