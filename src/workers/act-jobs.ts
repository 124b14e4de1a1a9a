import type { Kysely } from 'kysely'
import { type CodeHits, codeHits, planHits } from '../services/code-hits.ts'
import { redoAct, undoAct } from '../services/undo.ts'
import type { Act } from '../storage/acts.ts'
import { type House, openAgain } from '../storage/open.ts'
import type { Schema } from '../storage/schema.ts'
import { withWish } from '../storage/wish.ts'

type Thread = { file: string; db: Kysely<Schema> }
/** `wish`: the name that the page gave what it asks for. */
export type Apart<T> = { what: T; wish: string | null }
/** `hits`: source, version, start and end of each, one after another. */
export type PackedHits = Omit<CodeHits, 'hits'> & { hits: Float64Array }
type TakenBack = { act: Act; projectId: number | null; actorId: number }

/** Acts on thousands of rows, whole or not at all as every act is: SQLite lets one write at a time, whichever thread it is in. */
export const actJobs = {
  planHits: async (wish: PackedHits, { db }: Thread) => planHits({ read: db }, unpacked(wish)),
  codeHits: async (of: Apart<PackedHits>, { file }: Thread) => inOwnHouse(file, of, (house, wish) => codeHits(house, unpacked(wish))),
  undo: async (of: Apart<TakenBack>, { file }: Thread) => inOwnHouse(file, of, (house, { act, ...where }) => undoAct(house, act, where)),
  redo: async (of: Apart<TakenBack>, { file }: Thread) => inOwnHouse(file, of, (house, { act, ...where }) => redoAct(house, act, where)),
}

function unpacked({ hits, ...wish }: PackedHits): CodeHits {
  const at = (n: number, column: number) => hits[n * 4 + column]!
  return { ...wish, hits: Array.from({ length: hits.length / 4 }, (_, n) => ({ sourceId: at(n, 0), versionId: at(n, 1), start: at(n, 2), end: at(n, 3) })) }
}

async function inOwnHouse<W, T>(file: string, { what, wish }: Apart<W>, act: (house: House, what: W) => Promise<T>): Promise<T> {
  const house = openAgain(file)
  try {
    return await (wish === null ? act(house, what) : withWish(wish, () => act(house, what)))
  } finally {
    await house.close()
  }
}
