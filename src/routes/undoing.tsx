import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { touchedPassages } from '../services/touched-passages.ts'
import { redo, undo } from '../services/undo.ts'
import { accept } from '../web/accept.ts'
import { currentPath } from '../web/current-path.ts'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { sayNext } from '../web/said.ts'
import { answerTouched } from './answer-touched.tsx'

const body = z.object({ back: z.string().optional(), paragraph: z.string().optional() })

/** Undo and redo answer with the page they were asked from, drawn again. */
export const undoing = new Hono<AppEnv>()

for (const [noun, act] of [
  ['undo', undo],
  ['redo', redo],
] as const) {
  undoing.post(`/projects/:slug/${noun}`, accept('form', body), async (c) => {
    const done = await act(c.var.house, { projectId: c.var.project.id, actorId: c.var.coder.id })
    const back = localPath(c.req.valid('form').back ?? currentPath(c), `/projects/${c.var.project.slug}`)
    if (!c.req.header('HX-Request')) {
      sayNext(c, toastFor(c, noun))
      return c.redirect(back, 303)
    }
    const sourceId = Number(/^\/projects\/[^/]+\/sources\/(\d+)(?:[?#]|$)/.exec(currentPath(c) ?? '')?.[1])
    const touched = sourceId ? await touchedPassages(c.var.house, done, sourceId) : undefined
    if (touched) {
      const focus = Number(c.req.valid('form').paragraph) || undefined
      return answerTouched(c, { sourceId, ...touched, focus, toast: (named) => toastFor(c, noun, named(touched.codeIds)) })
    }
    sayNext(c, toastFor(c, noun))
    c.header('HX-Refresh', 'true')
    return c.body(null, 200)
  })
}

function toastFor(c: Context<AppEnv>, noun: 'undo' | 'redo', codes = '') {
  const { say } = c.var.reader
  const base = `/projects/${c.var.project.slug}`
  return noun === 'undo'
    ? { said: codes ? say('source.undone-codes', { codes }) : say('source.undone'), redoTo: `${base}/redo` }
    : { said: codes ? say('source.redone-codes', { codes }) : say('source.redone'), undoTo: `${base}/undo` }
}
