import { type Change, invert } from '../domain/carry.ts'
import type { Db } from './schema.ts'

/** Changes as they are kept: rows of [start, end, size, 1 where one word stands for one]. */
export function packChanges(changes: readonly Change[]): string {
  return JSON.stringify(changes.map(({ start, end, size, standsFor }) => [start, end, size, standsFor ? 1 : 0]))
}

function unpackChanges(packed: string): Change[] {
  return (JSON.parse(packed) as [number, number, number, number][]).map(([start, end, size, stands]) =>
    stands === 1 ? { start, end, size, standsFor: true } : { start, end, size },
  )
}

/**
 * The changes that lead from one version of a source to another, step by step: back to the version that both were made from,
 * then on from it. Versions without a common one, which a source never has, give undefined.
 */
export async function stepsBetween(db: Db, fromId: number, toId: number): Promise<Change[][] | undefined> {
  if (fromId === toId) return []
  const known = new Map<number, { fromId: number; changes: string } | undefined>()
  const madeFrom = async (id: number) => {
    if (!known.has(id)) known.set(id, await findMadeFrom(db, id))
    return known.get(id)
  }
  const back: Change[][] = []
  const on: Change[][] = []
  let from = fromId
  let to = toId
  // A version is always newer than the one it was made from, so the newer of the two is the one to go back from.
  while (from !== to) {
    const step = await madeFrom(Math.max(from, to))
    if (!step) return undefined
    if (from > to) {
      back.push(invert(unpackChanges(step.changes)))
      from = step.fromId
    } else {
      on.unshift(unpackChanges(step.changes))
      to = step.fromId
    }
  }
  return [...back, ...on]
}

async function findMadeFrom(db: Db, versionId: number): Promise<{ fromId: number; changes: string } | undefined> {
  return db.selectFrom('version_change').select(['from_id as fromId', 'changes']).where('version_id', '=', versionId).executeTakeFirst()
}
