import { Hono } from 'hono'
import { z } from 'zod'
import { ChartsPage } from '../../views/analysis/charts-page.tsx'
import { chartNames } from '../domain/chart.ts'
import { numbersIn } from '../domain/numbers-in.ts'
import { analyseChart } from '../services/analyse-further.ts'
import { matrixChoices } from '../services/matrix-choices.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { filterSaid } from './filter-said.ts'

const query = z.object({
  name: z.enum(chartNames).default('bars').catch('bars'),
  by: z.string().max(200).default(''),
  cuts: z.string().max(500).default(''),
  filter: z.string().default(''),
})

/** One chart at a time, with its table. */
export const charts = new Hono<AppEnv>().get('/projects/:slug/charts', accept('query', query), async (c) => {
  const wishes = c.req.valid('query')
  const { project, house, reader } = c.var
  const chart = await analyseChart(c.var, { ...wishes, projectId: project.id, cuts: numbersIn(wishes.cuts), language: reader.language })
  return show(
    c,
    { title: reader.say('chart.title'), place: 'analysis', layout: 'page', scripts: ['matrix.js'] },
    <ChartsPage
      slug={project.slug}
      chart={chart}
      wishes={wishes}
      attributes={(await matrixChoices(house.read, project.id)).attributes}
      sentence={await filterSaid(c, wishes.filter)}
    />,
  )
})
