import type { Context } from 'hono'
import { readFresh } from '../services/read-fresh.ts'
import type { AppEnv } from '../web/env.ts'
import { type EarlierVisit, earlierVisit, noteVisit } from '../web/visit.ts'

export type SinceThen = { earlier: EarlierVisit | undefined; acts: number }

/** Let the page say what others have changed since its reader last looked, and note that they look now. A piece of a page notes nothing. */
export async function markFresh(c: Context<AppEnv>): Promise<SinceThen> {
  const { house, project, coder } = c.var
  const earlier = earlierVisit(c)
  const fresh = await readFresh(house, { projectId: project.id, coderId: coder.id, visit: earlier?.actId })
  if (!c.req.header('HX-Request')) noteVisit(c, earlier, fresh.newest)
  c.set('reader', { ...c.var.reader, fresh: fresh.of })
  return { earlier, acts: fresh.acts }
}
