import { Hono } from 'hono'
import { z } from 'zod'
import { Changes } from '../../views/sources/changes.tsx'
import { followSource } from '../services/follow-source.ts'
import { accept, id } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { personMay } from '../web/person.ts'
import { show } from '../web/show.tsx'
import { answerWhole, countsFor, readFor } from './drawing.tsx'
import { streamActs } from './stream-acts.ts'
import { sourcePath, transcriptView } from './transcript-view.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const optional = id.optional().catch(undefined)
const shown = z.object({ paragraph: optional, open: optional })
const since = z.coerce.number().int().nonnegative().optional().catch(undefined)
const at = '/projects/:slug/sources/:sourceId{[0-9]+}'

/** Two people in one source: a stream that says when something changed, and what changed as pieces of the page. */
export const together = new Hono<AppEnv>()

together.get(`${at}/events`, accept('param', path), accept('query', z.object({ since })), async (c) => {
  const { house, project, coder } = c.var
  const { sourceId } = c.req.valid('param')
  const last = Math.max(c.req.valid('query').since ?? 0, Number(c.req.header('Last-Event-ID')) || 0)
  return streamActs(c, (tell) =>
    followSource(house, { projectId: project.id, sourceId, coderId: coder.id, codes: personMay(c.var.person, 'code'), since: last || undefined }, tell),
  )
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
