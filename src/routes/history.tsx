import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ActPage } from '../../views/acts/act-page.tsx'
import { History } from '../../views/acts/history.tsx'
import { actAreas } from '../domain/act.ts'
import { readActObject } from '../domain/act-object.ts'
import { Refusal } from '../domain/refusal.ts'
import { houseSeenBy } from '../services/independent-coding.ts'
import { readAct, readHistory } from '../services/read-history.ts'
import { undo } from '../services/undo.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((one) => !Number.isNaN(Date.parse(`${one}T00:00:00`)))
  .optional()
  .catch(undefined)
const page = z.object({
  before: id.optional().catch(undefined),
  coder: id.optional().catch(undefined),
  area: z.enum(actAreas).optional().catch(undefined),
  object: z.string().max(40).optional().catch(undefined),
  from: day,
  to: day,
})

/** What was done, in a project or to the whole house; the same pages for both. */
export const history = new Hono<AppEnv>()

for (const base of ['/projects/:slug/history', '/history']) {
  history.get(base, accept('query', page), async (c) => {
    const { project, coder, reader } = c.var
    const house = project ? c.var.house : await houseSeenBy(c.var.house, coder.id)
    const { before, ...filter } = c.req.valid('query')
    const narrowed = {
      // What concerns every project names them: where people sign in, each sees what they did themselves.
      coderId: ownOnly(c) ? coder.id : filter.coder,
      area: filter.area,
      from: filter.from,
      to: filter.to,
      object: filter.object ? readActObject(filter.object) : undefined,
    }
    const told = await readHistory(house, { projectId: project?.id ?? null, coderId: coder.id, before, filter: narrowed })
    const frame = { title: reader.say('history.title'), layout: 'page', ...(project ? { place: 'history' as const } : {}) }
    return show(c, frame, <History {...told} slug={project?.slug} first={before === undefined} filter={filter} />)
  })

  history.get(`${base}/:act{[0-9]+}`, async (c) => {
    const { project, coder, reader } = c.var
    const house = project ? c.var.house : await houseSeenBy(c.var.house, coder.id)
    const told = await readAct(house, project?.id ?? null, Number(c.req.param('act')))
    if (ownOnly(c) && told.act.actorId !== c.var.coder.id) throw new Refusal('not-found', 'refusal.no-act')
    const frame = { title: reader.say('history.act-title', { id: c.req.param('act')! }), layout: 'page', ...(project ? { place: 'history' as const } : {}) }
    return show(c, frame, <ActPage {...told} slug={project?.slug} />)
  })
}

function ownOnly(c: Context<AppEnv>): boolean {
  return c.var.person.standing === 'in' && c.var.project === undefined
}

history.post('/undo', async (c) => {
  await undo(c.var.house, { projectId: null, actorId: c.var.coder.id })
  return goTo(c, '/history', { said: c.var.reader.say('source.undone') })
})
