import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { plainSentence } from '../../views/acts/act-sentence.tsx'
import { Notice } from '../../views/layout/notice.tsx'
import { UndoPast } from '../../views/layout/undo-past.tsx'
import type { ActKind } from '../domain/act.ts'
import { Refusal } from '../domain/refusal.ts'
import { rightFor } from '../domain/role.ts'
import { redoApart, undoApart } from '../services/act-apart.ts'
import { readActChanges } from '../services/read-changes.ts'
import { readToldActs, tellAct } from '../services/read-history.ts'
import { accept, id } from '../web/accept.ts'
import { currentPath } from '../web/current-path.ts'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { sayNext } from '../web/said.ts'
import { show } from '../web/show.tsx'
import { sinceOf } from '../web/together.ts'
import { answerTouched } from './answer-touched.tsx'
import { baseOf } from './here.ts'

const body = z.object({ back: z.string().optional(), paragraph: z.string().optional(), past: id.optional() })

/** Undo and redo answer with the page they were asked from, drawn again. */
export const undoing = new Hono<AppEnv>()

for (const [noun, act] of [
  ['undo', undoApart],
  ['redo', redoApart],
] as const) {
  undoing.post(`/projects/:slug/${noun}`, accept('form', body), async (c) => {
    const { past, back: from } = c.req.valid('form')
    const back = localPath(from ?? currentPath(c), baseOf(c))
    const where = { projectId: c.var.project.id, actorId: c.var.coder.id, past, may: (kind: ActKind) => c.var.reader.may(rightFor(kind)) }
    const done = await act(c.var, where).catch((error) => blockOf(noun, error))
    if (done instanceof Refusal) return showBlocked(c, done, back)
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

/** What stands in the way of an undo, which can be stepped past. Everything else goes on. */
function blockOf(noun: Noun, error: unknown): Refusal {
  if (noun === 'undo' && error instanceof Refusal && error.key === 'refusal.undo-conflict' && 'undone' in error.values) return error
  throw error
}

/** Which of one's acts can't be taken back, and what somebody did since; and the step past it. */
async function showBlocked(c: Context<AppEnv>, { values }: Refusal, back: string): Promise<Response> {
  const { acts, names } = await readToldActs(c.var.house, [Number(values['undone']), Number(values['act'])])
  const [mine, theirs] = acts.map((act) => plainSentence(c.var.reader, act, names))
  const sentence = c.var.reader.say('refusal.undo-blocked', { ...values, mine: mine ?? '', theirs: theirs ?? '' })
  const next = <UndoPast base={baseOf(c)} past={Number(values['undone'])} back={back} />
  c.status(409)
  if (!c.req.header('HX-Request'))
    return show(c, { title: c.var.reader.say('error.title'), layout: 'page' }, <Notice sentence={sentence} back={back} next={next} />)
  c.header('HX-Retarget', '#notices')
  c.header('HX-Reswap', 'innerHTML')
  return show(c, null, <Notice sentence={sentence} next={next} />)
}

/** What was taken back or done again, as the history says it: who undoes once too often sees what went. */
async function saidOf(c: Context<AppEnv>, noun: Noun, done: Awaited<ReturnType<typeof undoApart>>): Promise<string> {
  const { act, names } = await tellAct(c.var.house, done)
  return c.var.reader.say(noun === 'undo' ? 'did.undid' : 'did.redid', { sentence: plainSentence(c.var.reader, act, names) })
}

function toastFor(c: Context<AppEnv>, noun: Noun, said: string) {
  const base = baseOf(c)
  return noun === 'undo' ? { said, redoTo: `${base}/redo` } : { said, undoTo: `${base}/undo` }
}
