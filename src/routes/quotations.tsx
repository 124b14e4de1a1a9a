import { Hono } from 'hono'
import { z } from 'zod'
import { filterSentence } from '../../views/analysis/filter-sentence.ts'
import { QuotationList } from '../../views/analysis/quotation-list.tsx'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { analyseQuotations } from '../services/analyse.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { nameFilter } from '../services/name-filter.ts'
import { recodeMany } from '../services/recode.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const query = z.object({ filter: z.string().default(''), page: z.coerce.number().int().positive().max(1_000_000).default(1) })

/** The quotations of any filter: what every number opens. */
export const quotations = new Hono<AppEnv>()

quotations.get('/projects/:slug/quotations', accept('query', query), async (c) => {
  const { filter, page } = c.req.valid('query')
  const { project, house, reader } = c.var
  const list = await analyseQuotations(c.var, { projectId: project.id, filter, page })
  const parsed = parseFilter(filter)
  const codes = await listUsableCodes(house, project.id)
  const sentence = filterSentence(parsed, reader.say, await nameFilter(house.read, project.id, parsed))
  return show(
    c,
    { title: reader.say('quotations.title'), layout: 'page quotations-page' },
    <QuotationList slug={project.slug} list={list} filter={filter} sentence={sentence} exports={`/projects/${project.slug}/exports`} codes={codes} />,
  )
})

const ids = z.string().regex(/^\d{1,12}(-\d{1,12}){0,999}$/)
const chosen = z.union([ids.transform((one) => [one]), z.array(ids).max(2000)]).default([])
const recoding = query.extend({ codings: chosen, codeId: id })

/** What is ticked in the list gets another code, as one act; then the same list again. */
quotations.post('/projects/:slug/quotations/recoding', accept('form', recoding), async (c) => {
  const { filter, page, codings, codeId } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  const codingIds = codings.flatMap((one) => one.split('-').map(Number))
  if (codingIds.length === 0) throw new Refusal('invalid', 'refusal.none-ticked')
  const n = await recodeMany(house, { projectId: project.id, codingIds, codeId, coderId: coder.id })
  const back = `/projects/${project.slug}/quotations?${new URLSearchParams({ ...(filter && { filter }), ...(page > 1 && { page: `${page}` }) })}`
  return goTo(c, back, { said: reader.say('quotations.recoded', { n }), undoTo: `/projects/${project.slug}/undo` })
})
