import type { Context } from 'hono'
import { type Look, lastLook } from '../services/last-look.ts'
import { readFresh } from '../services/read-fresh.ts'
import type { AppEnv } from '../web/env.ts'
import { earlierVisit, noteVisit } from '../web/visit.ts'

export type SinceThen = { earlier: Look | undefined; acts: number }

/** Let the page say what others have changed since its reader last looked, and note that they look now. A piece of a page notes nothing. */
export async function markFresh(c: Context<AppEnv>): Promise<SinceThen> {
  const { house, project, coder } = c.var
  const who = { projectId: project.id, coderId: coder.id }
  const visit = earlierVisit(c)
  const earlier = await lastLook(house, who, visit)
  const fresh = await readFresh(house, { ...who, since: earlier?.actId })
  if (!c.req.header('HX-Request')) noteVisit(c, visit, fresh.newest)
  c.set('reader', { ...c.var.reader, fresh: fresh.of })
  return { earlier, acts: fresh.acts }
}
