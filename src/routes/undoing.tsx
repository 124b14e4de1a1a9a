import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { plainSentence } from '../../views/acts/act-sentence.tsx'
import { rightFor } from '../domain/role.ts'
import { redoApart, undoApart } from '../services/act-apart.ts'
import { readActChanges } from '../services/read-changes.ts'
import { tellAct } from '../services/read-history.ts'
import { accept } from '../web/accept.ts'
import { currentPath } from '../web/current-path.ts'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { sayNext } from '../web/said.ts'
import { sinceOf } from '../web/together.ts'
import { answerTouched } from './answer-touched.tsx'
import { baseOf } from './here.ts'

const body = z.object({ back: z.string().optional(), paragraph: z.string().optional() })

/** Undo and redo answer with the page they were asked from, drawn again. */
export const undoing = new Hono<AppEnv>()

for (const [noun, act] of [
  ['undo', undoApart],
  ['redo', redoApart],
] as const) {
  undoing.post(`/projects/:slug/${noun}`, accept('form', body), async (c) => {
    const done = await act(c.var, { projectId: c.var.project.id, actorId: c.var.coder.id, may: (kind) => c.var.reader.may(rightFor(kind)) })
    const back = localPath(c.req.valid('form').back ?? currentPath(c), baseOf(c))
    if (!c.req.header('HX-Request')) {
      sayNext(c, toastFor(c, noun, await saidOf(c, noun, done)))
      return c.redirect(back, 303)
    }
    const sourceId = Number(/^\/projects\/[^/]+\/sources\/(\d+)(?:[?#]|$)/.exec(currentPath(c) ?? '')?.[1])
    const own = sourceId ? await readActChanges(c.var.house, { projectId: c.var.project.id, sourceId, actId: done.id }) : undefined
    // A page that does not say what it shows is drawn again whole where more than codings changed.
    if (own && !own.whole && (sinceOf(c) !== undefined || !(own.codes || own.coded))) {
      const focus = Number(c.req.valid('form').paragraph) || undefined
      const spans = [...own.acts.values()].flat()
      const said = await saidOf(c, noun, done)
      const toast = () => toastFor(c, noun, said)
      return answerTouched(c, { sourceId, spans, codeIds: own.codeIds, focus, toast, newCode: own.codes, pins: own.pins })
    }
    sayNext(c, toastFor(c, noun, await saidOf(c, noun, done)))
    c.header('HX-Refresh', 'true')
    return c.body(null, 200)
  })
}

type Noun = 'undo' | 'redo'

/** What was taken back or done again, as the history says it: who undoes once too often sees what went. */
async function saidOf(c: Context<AppEnv>, noun: Noun, done: Awaited<ReturnType<typeof undoApart>>): Promise<string> {
  const { act, names } = await tellAct(c.var.house, done)
  return c.var.reader.say(noun === 'undo' ? 'did.undid' : 'did.redid', { sentence: plainSentence(c.var.reader, act, names) })
}

function toastFor(c: Context<AppEnv>, noun: Noun, said: string) {
  const base = baseOf(c)
  return noun === 'undo' ? { said, redoTo: `${base}/redo` } : { said, undoTo: `${base}/undo` }
}
