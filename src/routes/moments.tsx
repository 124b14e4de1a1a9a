import { Hono } from 'hono'
import { z } from 'zod'
import { restoreCodeThen, restoreCodingThen, restoreProject, restoreTextThen } from '../services/restore-moment.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'

const path = z.object({ slug: z.string(), act: id })
const what = z.object({ what: z.enum(['project', 'code', 'coding', 'source']), id: id.optional() })

/** Letting something stand as it did at a moment of the history: right after an act. */
export const moments = new Hono<AppEnv>().post('/projects/:slug/history/:act{[0-9]+}/restoration', accept('param', path), accept('form', what), async (c) => {
  const { house, project, coder, reader } = c.var
  const { what: kind, id: wanted } = c.req.valid('form')
  const { act } = c.req.valid('param')
  const moment = { projectId: project.id, coderId: coder.id, actId: act }
  const of = wanted ?? 0
  if (kind === 'project') await restoreProject(house, moment)
  else if (kind === 'code') await restoreCodeThen(house, { ...moment, codeId: of })
  else if (kind === 'coding') await restoreCodingThen(house, { ...moment, codingId: of })
  else await restoreTextThen(house, { ...moment, sourceId: of })
  return goTo(c, `/projects/${project.slug}/history`, { said: reader.say(`restore.did-${kind}`), undoTo: `/projects/${project.slug}/undo` })
})
