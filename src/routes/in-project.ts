import { createMiddleware } from 'hono/factory'
import { findProject } from '../services/find-project.ts'
import type { AppEnv } from '../web/env.ts'

/** Everything under /projects/:slug knows its project; a slug that is none is refused. */
export const inProject = createMiddleware<AppEnv>(async (c, next) => {
  c.set('project', await findProject(c.var.house, c.req.param('slug')!))
  await next()
})
