import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type OpenTogether, TogetherColumn } from '../../views/analysis/together-column.tsx'
import { type TogetherWishes, togetherQuery } from '../../views/analysis/together-form.tsx'
import { MOST_CHOSEN, TogetherList } from '../../views/analysis/together-list.tsx'
import { TogetherPage } from '../../views/analysis/together-page.tsx'
import { readTogether } from '../domain/together-wish.ts'
import { analyseCoOccurrence, analysePassages } from '../services/analyse-further.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { accept } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { filterSaid, narrowedTo } from './filter-said.ts'

/** Codes that a page has room for; the files hold all. */
const ROOM = 60
const word = z.string().max(60).optional()
const asked = z.object({ relation: word, words: word, codes: word, filter: z.string().default('') })
const table = asked.extend({ cell: z.union([z.literal(''), z.string().regex(/^\d{1,12}\.\d{1,12}$/)]).default('') })
const codes = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set([ids].flat().flatMap((id) => (/^\d{1,12}$/.test(id) ? [Number(id)] : [])))].slice(0, MOST_CHOSEN))
const list = asked.extend({ code: codes, page: z.coerce.number().int().positive().max(1_000_000).catch(1).default(1) })

/** Which codes stand together, and the passages behind each number. */
export const coOccurrence = new Hono<AppEnv>()

coOccurrence.get('/projects/:slug/co-occurrence', accept('query', table), async (c) => {
  const { cell, ...query } = c.req.valid('query')
  const wishes = { ...readTogether(query), filter: query.filter }
  const open = cell ? await openCell(c, wishes, cell) : undefined
  const { project, house, reader } = c.var
  if (c.req.header('HX-Request')) return show(c, null, <TogetherColumn slug={project.slug} open={open} />)
  const counted = await analyseCoOccurrence(c.var, { projectId: project.id, ...wishes, most: ROOM })
  const themes = (await listUsableCodes(house, project.id)).filter(({ depth }) => depth === 0)
  return show(
    c,
    { title: reader.say('co.title'), place: 'analysis', layout: 'matrix-page', scripts: ['matrix.js', 'code-pairs.js'] },
    <TogetherPage
      slug={project.slug}
      table={counted}
      wishes={wishes}
      themes={themes}
      sentence={await filterSaid(c, wishes.filter)}
      open={open}
      filterOf={(id) => narrowedTo(wishes.filter, { code: [id] })}
    />,
  )
})

/** The codes of a cell by the ids of its row and its column. */
async function openCell(c: Context<AppEnv>, wishes: TogetherWishes, cell: string): Promise<OpenTogether> {
  const { project } = c.var
  const codeIds = cell.split('.').map(Number)
  const { relation, words, filter } = wishes
  const found = await analysePassages(c.var, { projectId: project.id, filter, relation, words, codeIds })
  const address = `/projects/${project.slug}/co-occurrence`
  const query = togetherQuery(wishes)
  const { codes: _, ...narrower } = query
  const asked = `${new URLSearchParams(query)}`
  const listAt = `${address}/passages?${new URLSearchParams([...codeIds.map((id) => ['code', `${id}`]), ...Object.entries(narrower)])}`
  return { address: cell, list: found, relation, closeTo: `${address}${asked && `?${asked}`}`, listAt }
}

coOccurrence.get('/projects/:slug/co-occurrence/passages', accept('query', list), async (c) => {
  const { code, page, ...query } = c.req.valid('query')
  const { project, house, reader } = c.var
  const wishes = { ...readTogether(query), filter: query.filter }
  const { relation, words, filter } = wishes
  const found = await analysePassages(c.var, { projectId: project.id, filter, relation, words, codeIds: code, page })
  return show(
    c,
    { title: reader.say('co.passages'), place: 'analysis', layout: 'page quotations-page', scripts: ['matrix.js'] },
    <TogetherList slug={project.slug} list={found} wishes={wishes} choices={await listUsableCodes(house, project.id)} sentence={await filterSaid(c, filter)} />,
  )
})
