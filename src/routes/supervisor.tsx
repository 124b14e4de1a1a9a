import { Hono } from 'hono'
import { z } from 'zod'
import { Against } from '../../views/analysis/against.tsx'
import { SupervisorPage } from '../../views/analysis/supervisor-page.tsx'
import { lastLook } from '../services/last-look.ts'
import { readThresholds } from '../services/quantifiers.ts'
import { countWaitingForReview } from '../services/read-discussion.ts'
import { supervise } from '../services/supervise.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { earlierVisit, isFirstVisit, noteVisit } from '../web/visit.ts'
import { countLinks } from './count-links.ts'

const query = z.object({ theme: z.coerce.number().int().positive().optional().catch(undefined), part: z.enum(['', 'against']).default('').catch('') })

/** One screen on which a supervisor reads the study; a part of it is the quotations of one theme, at an address of its own: a browser that goes back must not find it for the page. */
export const supervisor = new Hono<AppEnv>().get('/projects/:slug/supervisor', accept('query', query), async (c) => {
  const { project, house, coder, reader } = c.var
  const { theme, part } = c.req.valid('query')
  const fragment = part === 'against'
  const who = { projectId: project.id, coderId: coder.id }
  const visit = earlierVisit(c)
  const earlier = fragment ? undefined : await lastLook(house, who, visit)
  const study = await supervise(c.var, { ...who, themeId: theme, sinceAct: earlier?.actId })
  if (fragment) return show(c, null, <Against slug={project.slug} theme={study.theme} contrast={study.contrast} />)
  noteVisit(c, visit, study.actId)
  return show(
    c,
    { title: reader.say('nav.supervisor'), place: 'supervisor', layout: 'supervisor', scripts: ['supervisor.js'] },
    <SupervisorPage
      project={project}
      study={study}
      earlier={earlier}
      first={earlier !== undefined && earlier === visit && isFirstVisit(visit)}
      waiting={await countWaitingForReview(house, who)}
      links={(themeId) => countLinks(project.slug, '', study.counts, themeId)}
      words={{ language: project.language, thresholds: await readThresholds(house.read, project.id) }}
    />,
  )
})
