import { Hono } from 'hono'
import { z } from 'zod'
import { redo, undo } from '../services/undo.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'

const body = z.object({ back: z.string().optional() })

/** Undo and redo answer with the page they were asked from, drawn again. */
export const undoing = new Hono<AppEnv>()

for (const [noun, act] of [
  ['undo', undo],
  ['redo', redo],
] as const) {
  undoing.post(`/projects/:slug/${noun}`, accept('form', body), async (c) => {
    await act(c.var.house, { projectId: c.var.project.id, actorId: c.var.coder.id })
    const back = localPath(c.req.valid('form').back, `/projects/${c.var.project.slug}`)
    if (!c.req.header('HX-Request')) return c.redirect(back, 303)
    c.header('HX-Redirect', back)
    return c.body(null, 200)
  })
}
