import { Hono } from 'hono'
import { z } from 'zod'
import { CoveragePage } from '../../views/analysis/coverage-page.tsx'
import { analyseCoverage } from '../services/analyse-further.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { filterSaid, narrowedTo } from './filter-said.ts'

/** What the coding passes by. */
export const coverage = new Hono<AppEnv>().get('/projects/:slug/coverage', accept('query', z.object({ filter: z.string().default('') })), async (c) => {
  const { filter } = c.req.valid('query')
  const { project, reader } = c.var
  const sentence = await filterSaid(c, filter)
  const counted = await analyseCoverage(c.var, { projectId: project.id, filter })
  return show(
    c,
    { title: reader.say('coverage.title'), place: 'analysis', layout: 'page', scripts: ['matrix.js'] },
    <CoveragePage slug={project.slug} {...counted} filter={filter} sentence={sentence} sourceFilter={(id) => narrowedTo(filter, { source: [id] })} />,
  )
})
