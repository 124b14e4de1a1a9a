import { Hono } from 'hono'
import { z } from 'zod'
import { AnalysisPage } from '../../views/analysis/analysis-page.tsx'
import { QuantifiersPage } from '../../views/analysis/quantifiers-page.tsx'
import { readThresholds, setThresholds } from '../services/quantifiers.ts'
import { accept } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const whole = z.coerce.number()
const thresholds = z.object({ mostShare: whole, severalShare: whole, severalCases: whole })

/** The list of analyses, and the words for how many that the project's report may use. */
export const analysis = new Hono<AppEnv>()

analysis.get('/projects/:slug/analysis', (c) =>
  show(c, { title: c.var.reader.say('analysis.title'), place: 'analysis', layout: 'page' }, <AnalysisPage slug={c.var.project.slug} />),
)

analysis.get('/projects/:slug/quantifiers', async (c) => {
  const { house, project, reader } = c.var
  const kept = await readThresholds(house.read, project.id)
  return show(c, { title: reader.say('quantifiers.title'), place: 'analysis', layout: 'page' }, <QuantifiersPage slug={project.slug} thresholds={kept} />)
})

analysis.post('/projects/:slug/quantifiers', accept('form', thresholds), async (c) => {
  const { house, project, coder, reader } = c.var
  await setThresholds(house, { projectId: project.id, coderId: coder.id, ...c.req.valid('form') })
  return goTo(c, `/projects/${project.slug}/quantifiers`, { said: reader.say('quantifiers.saved'), undoTo: `/projects/${project.slug}/undo` })
})
