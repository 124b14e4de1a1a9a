import { setTimeout as wait } from 'node:timers/promises'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'

const inLine = new WeakMap<object, number>()
/** Milliseconds between two tries, while another program writes. */
const TRY_EVERY = 15

/**
 * Let `work` begin its transaction when it is its turn: after the acts of this program that came before it, and when no other program or thread writes. Meanwhile
 * nobody else waits. Refused as busy, before it has begun, where too many wait or another writes for too long.
 */
export async function inTurn<T>(db: object, work: () => Promise<T>): Promise<T> {
  const before = inLine.get(db) ?? 0
  if (before >= limits.acts) throw new Refusal('busy', 'refusal.busy')
  inLine.set(db, before + 1)
  try {
    return await whenFree(work)
  } finally {
    inLine.set(db, inLine.get(db)! - 1)
  }
}

/** Only the beginning of a transaction finds the database busy: then nothing of it was done. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + limits.patience; ; await wait(TRY_EVERY)) {
    try {
      return await work()
    } catch (error) {
      if (!/^SQLITE_BUSY/.test(`${(error as { code?: unknown }).code}`)) throw error
      if (performance.now() > until) throw new Refusal('busy', 'refusal.busy')
    }
  }
}
