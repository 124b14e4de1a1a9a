import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { plainSentence } from '../../views/acts/act-sentence.tsx'
import { doOnce } from '../services/do-once.ts'
import { readActChanges } from '../services/read-changes.ts'
import { readAct, tellAct } from '../services/read-history.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { wishOf } from '../web/together.ts'
import { answerTouched } from './answer-touched.tsx'

/** What a page asks for under a wish is done once, however often it is sent. */
export const onceEach = createMiddleware<AppEnv>(async (c, next) => {
  const wish = wishOf(c)
  if (c.req.method !== 'POST' || wish === undefined) return next()
  await doOnce(c.var.house, wish, next)
})

/** Answer what was sent again, after it was done, as if it had just been done: with what it changed on the page, and the way back. */
export async function answerAgain(c: Context<AppEnv>, actId: number): Promise<Response> {
  const { house, project, reader } = c.var
  const read = await readAct(house, project.id, actId)
  const { act, names } = await tellAct(house, read.act)
  const base = `/projects/${project.slug}`
  const way = act.kind === 'undo' ? { redoTo: `${base}/redo` } : { undoTo: `${base}/undo` }
  const toast = { said: plainSentence(reader, act, names), ...way }
  const sourceId = Number(/\/sources\/(\d+)(?:[/?#]|$)/.exec(c.req.header('HX-Current-URL') ?? '')?.[1])
  if (!sourceId || !c.req.header('HX-Request')) return done(c, base, toast, null)
  const own = await readActChanges(house, { projectId: project.id, sourceId, actId })
  if (own.whole) {
    c.header('HX-Refresh', 'true')
    return c.body(null, 200)
  }
  return answerTouched(c, { sourceId, spans: [...own.acts.values()].flat(), codeIds: own.codeIds, toast: () => toast, newCode: own.codes })
}
