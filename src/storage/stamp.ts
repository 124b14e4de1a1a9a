import type { Db } from './schema.ts'

const readers = new WeakMap<object, number>()

/** What is counted on this connection is what one coder may see, and nobody else's. */
export function nameReader(db: Db, coderId: number): void {
  readers.set(db, coderId)
}

/** How far the history of a house has come. Houses differ by their first coder, and readers (null: who sees everything) by what they may see. */
export type Moment = { readonly house: string; readonly act: number; readonly reader: number | null }

export async function momentOf(db: Db): Promise<Moment> {
  const act = await db.selectFrom('act').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const coder = await db.selectFrom('coder').select('guid').orderBy('id').limit(1).executeTakeFirst()
  return { house: coder?.guid ?? '', act: act?.id ?? 0, reader: readers.get(db) ?? null }
}

/** Changes whenever anything in the database does: every change is part of an act, and acts are never taken away. Files differ by their first coder, and readers by what they may see. */
export async function stampOf(db: Db): Promise<string> {
  const { house, act, reader } = await momentOf(db)
  return `${house} ${act} ${reader ?? ''}`
}
