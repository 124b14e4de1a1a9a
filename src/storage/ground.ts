import { newestActId } from './progress.ts'
import type { Db } from './schema.ts'

/** What coding writes. All else that the page of a source shows is the ground it stands on: texts, turns, speakers, cases, answers, codes. */
const CODED = ['coding', 'quotation', 'memo']
const MOST = 24

type Ground = { upTo: number; known: Map<string, unknown> }
/** Read once as long as the ground is the same. What comes out is shared: nobody changes it. */
export type OnGround = <T>(what: string, read: () => Promise<T>) => Promise<T>
const grounds = new WeakMap<object, Ground>()

/**
 * What stands still while somebody codes is read once for a connection, in a transaction too: since every change is an act, the history tells
 * whether any but codings, quotations and memos was touched. `db`: the connection itself or a transaction on it, of the moment that is read.
 */
export async function groundOf(connection: Db, db: Db): Promise<OnGround & { actId: number }> {
  const actId = await newestActId(db)
  const known = grounds.get(connection)
  // A moment before what is kept: read as it is.
  if (known && actId < known.upTo) return Object.assign(<T>(_: string, read: () => Promise<T>) => read(), { actId })
  const same = known !== undefined && (actId === known.upTo || !(await isTouchedAfter(db, known.upTo)))
  const ground = same ? known : { upTo: actId, known: new Map<string, unknown>() }
  ground.upTo = actId
  grounds.set(connection, ground)
  return Object.assign(<T>(what: string, read: () => Promise<T>) => remember(ground.known, what, read), { actId })
}

async function remember<T>(known: Map<string, unknown>, what: string, read: () => Promise<T>): Promise<T> {
  const value = known.has(what) ? (known.get(what) as T) : await read()
  known.delete(what)
  known.set(what, value)
  for (const old of known.keys()) if (known.size > MOST) known.delete(old)
  return value
}

async function isTouchedAfter(db: Db, actId: number): Promise<boolean> {
  const row = await db.selectFrom('change').select('id').where('act_id', '>', actId).where('table_name', 'not in', CODED).limit(1).executeTakeFirst()
  return row !== undefined
}
