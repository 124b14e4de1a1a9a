import { Refusal } from '../domain/refusal.ts'
import { listFollowing } from '../storage/guides.ts'
import type { House } from '../storage/open.ts'
import type { Pool } from '../workers/pool.ts'
import type { ProposedGuide } from '../workers/propose-guide-job.ts'

const SECONDS = 300

/** Make a guide of the questions that recur in sources (all of the project's where none are chosen), in a thread. Nothing is kept. Refuses fewer than two. */
export async function proposeFrom(
  house: House,
  pool: Pick<Pool, 'run'>,
  wish: { projectId: number; sourceIds: readonly number[]; name: string },
  onProgress?: (done: number, of: number) => void,
): Promise<ProposedGuide> {
  const all = await listFollowing(house.read, wish.projectId)
  const chosen = wish.sourceIds.length === 0 ? all : all.filter((source) => wish.sourceIds.includes(source.id))
  if (chosen.length < 2) throw new Refusal('invalid', 'refusal.propose-too-few')
  const input = { sourceIds: chosen.map((source) => source.id), name: wish.name }
  return pool.run('propose-guide', input, { seconds: SECONDS, ...(onProgress && { onProgress }) })
}
