import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ExchangePage } from '../../views/exchange/exchange-page.tsx'
import { ExchangePreview } from '../../views/exchange/exchange-preview.tsx'
import type { ExchangeReport } from '../domain/exchange-draft.ts'
import { sourceLanguages } from '../domain/source.ts'
import { dropExchange, findExchange, receiveExchange } from '../services/exchange-drafts.ts'
import { importExchange } from '../services/import-exchange.ts'
import { planExchange } from '../services/plan-exchange.ts'
import type { Say } from '../texts/catalogue.ts'
import { accept } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { projectNamed, projectsFor } from './admit.ts'

const draftParam = z.object({ draft: z.string() })
const target = z.object({ into: z.string().default('') })
const confirmation = z.object({ into: z.string(), name: z.string().default(''), language: z.enum(sourceLanguages).default('sv') })

/** Projects and codebooks of other programs: out of a project; in as a draft that is looked at and then confirmed. */
export const exchanges = new Hono<AppEnv>()

exchanges.get('/projects/:slug/exchange', async (c) => {
  const { pool, project, reader } = c.var
  const losses = await pool.run('exportLosses', { projectId: project.id })
  return show(c, { title: reader.say('exchange.title'), layout: 'page start' }, <ExchangePage slug={project.slug} losses={losses} />)
})

exchanges.post('/exchanges', async (c) => {
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null
  const { id, into } = await receiveExchange(c.var.house, c.var.pool, ownerOf(c), { contentType: c.req.header('Content-Type'), body })
  return c.redirect(`/exchanges/${id}${into === '' ? '' : `?into=${encodeURIComponent(into)}`}`, 303)
})

exchanges.get('/exchanges/:draft', accept('param', draftParam), accept('query', target), async (c) => {
  const { house, reader } = c.var
  const { into } = c.req.valid('query')
  const id = c.req.valid('param').draft
  const draft = await findExchange(house, id, ownerOf(c))
  const project = into === '' ? null : await projectNamed(c, into, 'code')
  const plan = await planExchange(house, draft, project?.id ?? null)
  const view = <ExchangePreview path={`/exchanges/${id}`} into={into} projects={await projectsFor(c, 'code')} plan={plan} />
  return show(c, { title: reader.say('exchange.preview'), layout: 'page start' }, view)
})

exchanges.post('/exchanges/:draft/confirmation', accept('param', draftParam), accept('form', confirmation), async (c) => {
  const { house, coder, reader } = c.var
  const { into, name, language } = c.req.valid('form')
  const project = into === '' ? null : await projectNamed(c, into, 'code')
  const draftId = c.req.valid('param').draft
  const draft = await findExchange(house, draftId, ownerOf(c))
  const named = name.trim() === '' ? draft.project.name : name
  const where = project ? { projectId: project.id, slug: project.slug } : { name: named, language }
  const { slug, report } = await importExchange(house, { draftId, coderId: coder.id, into: where })
  const nothing = report !== null && !addsAnything(report)
  // A project that was begun is the house's to take back.
  const undoTo = nothing ? {} : { undoTo: project ? `/projects/${slug}/undo` : '/undo' }
  return goTo(c, `/projects/${slug}`, { said: saidOf(reader.say, report), ...undoTo })
})

exchanges.post('/exchanges/:draft/cancellation', accept('param', draftParam), async (c) => {
  const { house } = c.var
  const { draft } = c.req.valid('param')
  // Where nobody signs in, one that is gone already is gone.
  if (ownerOf(c) !== undefined) await findExchange(house, draft, ownerOf(c))
  await dropExchange(house, draft)
  return c.redirect('/', 303)
})

/** Whose a draft is: where people sign in, nobody else's. */
function ownerOf(c: Context<AppEnv>): number | undefined {
  return c.var.person.standing === 'in' ? c.var.coder.id : undefined
}

function saidOf(say: Say, report: ExchangeReport | null): string {
  if (!report) return say('exchange.done-study')
  const { sources, codes, codings } = report
  const first = !addsAnything(report) ? say('exchange.done-nothing') : say('exchange.done', { sources, codes, codings })
  const changed = report.changedSources > 0 ? ` ${say('exchange.done-changed', { n: report.changedSources, uncarried: report.uncarried })}` : ''
  return first + changed + (report.misfits > 0 ? ` ${say('exchange.done-misfits', { n: report.misfits })}` : '')
}

function addsAnything({ sources, codes, codings, cases, memos, sets, quotations, coders }: ExchangeReport): boolean {
  return sources + codes + codings + cases + memos + sets + quotations + coders > 0
}
