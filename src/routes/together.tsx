import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { Changes } from '../../views/sources/changes.tsx'
import { followSource } from '../services/follow-source.ts'
import { accept, id } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { answerWhole, countsFor, readFor } from './drawing.tsx'
import { stillMay } from './guard.ts'
import { sourcePath, transcriptView } from './transcript-view.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const optional = id.optional().catch(undefined)
const shown = z.object({ paragraph: optional, open: optional })
const since = z.coerce.number().int().nonnegative().optional().catch(undefined)
const at = '/projects/:slug/sources/:sourceId{[0-9]+}'
const BEAT_EVERY = 15_000
const AGAIN_AFTER = 1_000

/** Two people in one source: a stream that says when something changed, and what changed as pieces of the page. */
export const together = new Hono<AppEnv>()

together.get(`${at}/events`, accept('param', path), accept('query', z.object({ since })), async (c) => {
  const { house, project, coder, stopping } = c.var
  const { sourceId } = c.req.valid('param')
  const last = Math.max(c.req.valid('query').since ?? 0, Number(c.req.header('Last-Event-ID')) || 0)
  // What is told before the stream has begun is told when it has.
  const early: number[] = []
  let tell = (actId: number): void => void early.push(actId)
  const leave = await followSource(house, { projectId: project.id, sourceId, coderId: coder.id, since: last || undefined }, (actId) => tell(actId))
  return streamSSE(c, async (stream) => {
    let end = () => {}
    const gone = new Promise<void>((resolve) => {
      end = resolve
    })
    stream.onAbort(end)
    stopping?.addEventListener('abort', end)
    tell = (actId) => void stream.writeSSE({ event: 'act', id: `${actId}`, data: `${actId}` })
    const beat = setInterval(() => void stillMay(c, 'read').then((may) => (may ? stream.writeSSE({ event: 'beat', data: '' }) : stream.abort())), BEAT_EVERY)
    beat.unref()
    await stream.writeSSE({ event: 'hello', data: '', retry: AGAIN_AFTER })
    for (const actId of early) tell(actId)
    if (!stopping?.aborted) await gone
    stopping?.removeEventListener('abort', end)
    clearInterval(beat)
    leave()
  })
})

together.get(`${at}/changes`, accept('param', path), accept('query', shown), async (c) => {
  const { sourceId } = c.req.valid('param')
  const { transcript, drawing } = await readFor(c, sourceId)
  if (!drawing) return c.redirect(sourcePath(c.var.project.slug, sourceId), 303)
  if (drawing.whole) return answerWhole(c, drawing)
  const counts = await countsFor(c, transcript, drawing)
  const { paragraph, open } = c.req.valid('query')
  return show(c, null, <Changes {...drawing} of={transcriptView(c.var.project.slug, transcript)} counts={counts} focus={paragraph} open={open} />)
})
