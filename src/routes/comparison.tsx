import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ComparedQuotation, GroupHead } from '../../views/analysis/compared-quotation.tsx'
import { QuotationActs } from '../../views/analysis/quotation-acts.tsx'
import { ListSaid } from '../../views/analysis/quotation-list.tsx'
import type { Coding } from '../domain/coding.ts'
import { analyseQuotations } from '../services/analyse.ts'
import { copyCoding } from '../services/copy-coding.ts'
import { readQuotationActs } from '../services/read-quotation-acts.ts'
import { recode } from '../services/recode.ts'
import { removeCoding } from '../services/remove-coding.ts'
import { accept, id } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { who } from './here.ts'
import { addressOf, listReading } from './list-reading.ts'
import { sentenceOf } from './quotations.tsx'

/** From which list an act was done, and under what the quotation stands there. */
export const fromList = listReading.extend({
  group: z
    .string()
    .regex(/^(none|\d+(-\d+)*)$/)
    .optional(),
})
type FromList = z.infer<typeof fromList>
const quotationPath = z.object({ slug: z.string(), quotationId: id })
const codingPath = z.object({ slug: z.string(), codingId: id })
const withCode = fromList.extend({ codeId: id })
const at = '/projects/:slug/quotations/codings/:codingId{[0-9]+}'

/** Acts on one quotation from the reading column: what is compared is recoded where it is read. */
export const comparison = new Hono<AppEnv>()

comparison.get('/projects/:slug/quotations/:quotationId{[0-9]+}/acts', accept('param', quotationPath), accept('query', fromList), async (c) => {
  const { house, project, reader } = c.var
  const { quotationId } = c.req.valid('param')
  const reading = c.req.valid('query')
  const told = await readQuotationActs(house, { projectId: project.id, language: reader.language, filter: reading.filter, quotationId })
  const acts = <QuotationActs slug={project.slug} quotationId={quotationId} reading={reading} {...told} />
  if (c.req.header('HX-Request')) return show(c, null, acts)
  const { quotations } = await analyseQuotations(c.var, { projectId: project.id, ...reading, only: quotationId })
  return show(
    c,
    { title: reader.say('quotations.title'), layout: 'page quotations-page' },
    <div class="reading-list">
      <h1>{reader.say('quotations.change')}</h1>
      {quotations.map((quotation) => (
        <ComparedQuotation slug={project.slug} quotation={quotation} reading={reading} />
      ))}
      {acts}
    </div>,
  )
})

comparison.post(`${at}/code`, accept('param', codingPath), accept('form', withCode), async (c) => {
  const { codeId, ...list } = c.req.valid('form')
  const coding = await recode(c.var.house, { ...ofCoding(c), codeId })
  return answerQuotation(c, coding, list, { said: c.var.reader.say('quotations.recoded', { n: 1 }) })
})

comparison.post(`${at}/copies`, accept('param', codingPath), accept('form', withCode), async (c) => {
  const { codeId, ...list } = c.req.valid('form')
  const coding = await copyCoding(c.var.house, { ...ofCoding(c), codeId })
  return answerQuotation(c, coding, list, { said: c.var.reader.say('quotations.copied') })
})

comparison.post(`${at}/removal`, accept('param', codingPath), accept('form', fromList), async (c) => {
  const coding = await removeCoding(c.var.house, ofCoding(c))
  return answerQuotation(c, coding, c.req.valid('form'), { said: c.var.reader.say('quotations.removed') })
})

function ofCoding(c: Context<AppEnv>): { projectId: number; coderId: number; codingId: number } {
  return { ...who(c), codingId: Number(c.req.param('codingId')) }
}

/** The quotation of a coding as it stands in a list now, or nothing where it has left it; with what the list counts. */
export function answerQuotation(c: Context<AppEnv>, { quotationId }: Coding, list: FromList, said: { said: string }): Promise<Response> {
  return answerQuotationOf(c, quotationId, list, said)
}

/** The same of a quotation by its id; `changed`: whether there is anything to undo. */
export async function answerQuotationOf(
  c: Context<AppEnv>,
  quotationId: number,
  list: FromList,
  { said }: { said: string },
  changed = true,
): Promise<Response> {
  const { project } = c.var
  const { group, ...reading } = list
  const toast = { said, undoTo: changed ? `/projects/${project.slug}/undo` : undefined }
  const back = `${addressOf(project.slug, reading)}#q${quotationId}`
  if (!c.req.header('HX-Request')) return done(c, back, toast, null)
  const page = await analyseQuotations(c.var, { projectId: project.id, ...reading, only: quotationId })
  const [quotation] = page.quotations
  return done(
    c,
    back,
    toast,
    <>
      <hx-partial hx-target={`#q${quotationId}`} hx-swap={quotation ? 'outerMorph' : 'delete'}>
        {quotation && <ComparedQuotation slug={project.slug} quotation={quotation} reading={reading} />}
      </hx-partial>
      <hx-partial hx-target="#quotations-said" hx-swap="outerHTML">
        <ListSaid list={page} by={reading.by} sentence={await sentenceOf(c, reading.filter)} />
      </hx-partial>
      {group !== undefined && (
        <hx-partial hx-target={`#group-${group}`} hx-swap={page.names?.has(group) ? 'outerHTML' : 'delete'}>
          {page.names?.has(group) && (
            <GroupHead of={{ key: group, label: page.names.get(group)!, n: page.counts?.get(group) ?? 0 }} total={page.total.quotations} />
          )}
        </hx-partial>
      )}
    </>,
  )
}
