import { createMiddleware } from 'hono/factory'
import { Refusal } from '../domain/refusal.ts'
import { countWaiting } from '../services/count-waiting.ts'
import { findProject } from '../services/find-project.ts'
import { isLimited } from '../services/independent-coding.ts'
import { readThreadCounts } from '../services/read-discussion.ts'
import type { AppEnv } from '../web/env.ts'
import { personMay } from '../web/person.ts'

/**
 * Everything under /projects/:slug knows its project, and what waits in it; a slug that is none is refused. Where others' codings are hidden from the coder, all that is
 * read from here on, in this thread and in others, is read without them.
 */
export const inProject = createMiddleware<AppEnv>(async (c, next) => {
  const { person } = c.var
  // What was admitted and what is read are the same project, however an address is written.
  if (person.standing === 'in' && person.slug !== c.req.param('slug')) throw new Refusal('not-found', 'refusal.no-project')
  c.set('project', await findProject(c.var.house, c.req.param('slug')!))
  const { house, pool, searcher, coder, project } = c.var
  // Who reads and questions, and codes nothing, reads everything.
  if (personMay(person, 'code') && (await isLimited(house.read, project.id, coder.id))) {
    c.set('house', house.seenBy(coder.id))
    c.set('pool', pool.seenBy(coder.id))
    c.set('searcher', searcher.seenBy(coder.id))
  }
  c.set('reader', { ...c.var.reader, threads: await readThreadCounts(c.var.house, project.id) })
  // A piece of a page does not say it.
  if (!c.req.header('HX-Request')) c.set('waiting', await countWaiting(c.var.house.read, c.var.project.id))
  await next()
})
