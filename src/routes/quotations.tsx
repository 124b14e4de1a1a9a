import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { QuotationList, QuotationRows } from '../../views/analysis/quotation-list.tsx'
import { codeOfFilter, stateOfFilter } from '../domain/filter.ts'
import { filterSentence } from '../domain/filter-sentence.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { analyseQuotations } from '../services/analyse.ts'
import { isUsable, readCodes } from '../services/list-usable-codes.ts'
import { nameFilter } from '../services/name-filter.ts'
import { recodeMany } from '../services/recode.ts'
import { accept, id, optionalId } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { markFresh } from './fresh.ts'
import { addressOf, listReading, readPart } from './list-reading.ts'

const page = z.coerce.number().int().positive().max(1_000_000).default(1)
const query = listReading.extend({ page, after: optionalId })

/** The quotations of any filter: what every number opens, and where codings of one code are compared. */
export const quotations = new Hono<AppEnv>()

quotations.get('/projects/:slug/quotations', accept('query', query), async (c) => {
  const { page, after, ...reading } = c.req.valid('query')
  const { project, house, reader } = c.var
  await markFresh(c)
  const list = await analyseQuotations(c.var, { projectId: project.id, page, after, ...reading })
  if (c.req.header('HX-Request')) return show(c, null, <QuotationRows slug={project.slug} list={list} reading={reading} />)
  const codes = await readCodes(house, project.id)
  const counted = readPart(reading.of)
  const codeId = codeOfFilter(parseFilter(reading.filter))
  const code = codes.find(({ id }) => id === codeId)
  return show(
    c,
    { title: reader.say('quotations.title'), layout: 'page quotations-page', scripts: ['comparison.js', 'code-select.js'] },
    <QuotationList
      slug={project.slug}
      list={list}
      reading={reading}
      sentence={await sentenceOf(c, reading.filter)}
      codes={codes.filter(isUsable)}
      code={code}
      state={stateOfFilter(parseFilter(reading.filter))}
      part={counted?.codeId === codeId ? counted?.part : undefined}
    />,
  )
})

/** What a filter says, in the reader's words. */
export async function sentenceOf(c: Context<AppEnv>, filter: string): Promise<string> {
  const parsed = parseFilter(filter)
  return filterSentence(parsed, c.var.reader.say, await nameFilter(c.var.house.read, c.var.project.id, parsed))
}

const ids = z.string().regex(/^(\d{1,12}(-\d{1,12}){0,4999})?$/)
/** Codings as the boxes of a list name them: ids of one quotation and code joined by dashes. */
export const tickedCodings = z
  .union([ids.transform((one) => [one]), z.array(ids).max(2000)])
  .default([])
  .transform((all) => all.flatMap((one) => (one === '' ? [] : one.split('-').map(Number))))
const recoding = listReading.extend({ page, codings: tickedCodings, codeId: id })

/** What is ticked in the list gets another code, as one act; then the same list again. */
quotations.post('/projects/:slug/quotations/recoding', accept('form', recoding), async (c) => {
  const { page, codings, codeId, ...reading } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  if (codings.length === 0) throw new Refusal('invalid', 'refusal.none-ticked')
  const n = await recodeMany(house, { projectId: project.id, codingIds: codings, codeId, coderId: coder.id })
  return goTo(c, addressOf(project.slug, reading, page), { said: reader.say('quotations.recoded', { n }), undoTo: `/projects/${project.slug}/undo` })
})
