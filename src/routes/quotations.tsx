import { Hono } from 'hono'
import { z } from 'zod'
import { filterSentence } from '../../views/analysis/filter-sentence.ts'
import { QuotationList } from '../../views/analysis/quotation-list.tsx'
import { parseFilter } from '../domain/parse-filter.ts'
import { analyseQuotations } from '../services/analyse.ts'
import { nameFilter } from '../services/name-filter.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const query = z.object({ filter: z.string().default(''), page: z.coerce.number().int().positive().max(1_000_000).default(1) })

/** The quotations of any filter: what every number opens. */
export const quotations = new Hono<AppEnv>().get('/projects/:slug/quotations', accept('query', query), async (c) => {
  const { filter, page } = c.req.valid('query')
  const { project, house, reader } = c.var
  const list = await analyseQuotations(c.var, { projectId: project.id, filter, page })
  const parsed = parseFilter(filter)
  const sentence = filterSentence(parsed, reader.say, await nameFilter(house.read, project.id, parsed))
  return show(
    c,
    { title: reader.say('quotations.title'), layout: 'page quotations-page' },
    <QuotationList slug={project.slug} list={list} filter={filter} sentence={sentence} exports={`/projects/${project.slug}/exports`} />,
  )
})
