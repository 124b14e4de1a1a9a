import { Hono } from 'hono'
import { z } from 'zod'
import { Facets } from '../../views/search/facets.tsx'
import { ResultsAnew } from '../../views/search/results.tsx'
import { SearchPage } from '../../views/search/search-page.tsx'
import { lineOrders } from '../domain/kwic-order.ts'
import { type HitFormat, hitFormats } from '../services/exports/export-hits.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { listSavedSearches } from '../services/save-search.ts'
import { searchProject } from '../services/search-project.ts'
import { narrowSearch } from '../services/show-facets.ts'
import { takeHits } from '../services/take-hits.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { sendFile } from '../web/send-file.ts'
import { show } from '../web/show.tsx'
import { baseOf } from './here.ts'

/** What a page of results is asked for. */
export const searchWish = z.object({
  q: z.string().catch(''),
  order: z.enum(lineOrders).catch('text'),
  show: z.coerce.number().int().min(1).max(1000).catch(50),
})

/** Search as it is written: the page, and its `#results` alone for htmx. */
export const search = new Hono<AppEnv>()

search.get('/projects/:slug/search', accept('query', searchWish), async (c) => {
  const { q, order, show: limit } = c.req.valid('query')
  const [found, codes] = await Promise.all([
    searchProject(c.var, { projectId: c.var.project.id, query: q, limit, order }),
    listUsableCodes(c.var.house, c.var.project.id),
  ])
  const props = { slug: c.var.project.slug, q, limit, found, codes }
  // The fragment has the page's address: a browser that goes back must not be given the one for the other.
  c.header('Vary', 'HX-Request')
  c.header('Cache-Control', 'no-store')
  if (c.req.header('HX-Request')) return show(c, null, <ResultsAnew {...props} />)
  const title = q.trim() === '' ? c.var.reader.say('nav.search') : c.var.reader.say('search.title', { query: q.trim().slice(0, 60) })
  return show(
    c,
    { title, place: 'search', layout: 'search-page', scripts: ['search.js', 'code-select.js'] },
    <SearchPage
      {...props}
      saved={await listSavedSearches(c.var.house, c.var.project.id)}
      facets={await narrowSearch(c.var, { projectId: c.var.project.id, query: q })}
    />,
  )
})

/** What a search can be narrowed by: after its hits, for a page that stands. */
search.get('/projects/:slug/search/facets', accept('query', searchWish), async (c) => {
  const { q, order } = c.req.valid('query')
  const facets = await narrowSearch(c.var, { projectId: c.var.project.id, query: q })
  return show(c, null, <Facets address={`${baseOf(c)}/search`} q={q} order={order} facets={facets} />)
})

const file = z.object({ slug: z.string(), file: z.templateLiteral(['hits.', z.enum(hitFormats)]) })

/** The lines of a search, to take home. */
search.get('/projects/:slug/search/:file{hits[.][a-z]+}', accept('param', file), accept('query', searchWish), async (c) => {
  const { q: query, order } = c.req.valid('query')
  const format = c.req.valid('param').file.slice('hits.'.length) as HitFormat
  return sendFile(c, await takeHits(c.var, { project: c.var.project, query, order, format }, c.var.reader.say))
})
