import type { House } from '../storage/open.ts'
import { findSeen } from '../storage/sign-offs.ts'

/** When somebody last looked at a project, and at which act. */
export type Look = { actId: number; at: string }

/** When the reader last looked: the visit before this one, or when they said to have seen it, whichever is later. Nothing where they never did. */
export async function lastLook({ read }: House, who: { projectId: number; coderId: number }, visit: Look | undefined): Promise<Look | undefined> {
  const seen = await findSeen(read, who.projectId, who.coderId)
  if (!seen || (visit && visit.actId >= seen.actId)) return visit
  return { actId: seen.actId, at: seen.at }
}
