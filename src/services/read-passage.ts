import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { readTranscript, type Transcript } from './read-transcript.ts'

type Kept = { actId: number; of: Map<string, Promise<Transcript>> }
// Whoever goes from paragraph to paragraph asks for the same source again and again. As long as nothing was done, what was read holds: every change is an act.
const kept = new WeakMap<House, Kept>()
const MOST = 4

/** A source for one of its passages: read once as long as nothing is done, so that moving through it costs the same in a source of any size. */
export async function readPassage(house: House, projectId: number, sourceId: number, coderId: number): Promise<Transcript> {
  const actId = await newestActId(house.read)
  const known = kept.get(house)
  const of = known?.actId === actId ? known.of : new Map<string, Promise<Transcript>>()
  kept.set(house, { actId, of })
  const key = `${projectId} ${sourceId} ${coderId}`
  const read = of.get(key) ?? readTranscript(house, projectId, sourceId, coderId)
  of.delete(key)
  of.set(key, read)
  for (const old of of.keys()) if (of.size > MOST) of.delete(old)
  read.catch(() => of.delete(key))
  return read
}
