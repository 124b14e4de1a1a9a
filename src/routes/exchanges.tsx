import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ExchangePage } from '../../views/exchange/exchange-page.tsx'
import { ExchangePreview } from '../../views/exchange/exchange-preview.tsx'
import { ExchangeWaiting } from '../../views/exchange/exchange-waiting.tsx'
import type { ExchangeReport } from '../domain/exchange-draft.ts'
import { sourceLanguages } from '../domain/source.ts'
import { findExchange, receiveExchange, refuseForeign } from '../services/exchange/exchange-drafts.ts'
import { cancelExchange, type ExchangeWork, exchangeWork, forgetExchange, takeExchange } from '../services/exchange/exchange-work.ts'
import type { ExchangeDone } from '../services/exchange/import-exchange.ts'
import { planExchange } from '../services/exchange/plan-exchange.ts'
import { outcomeOf } from '../services/under-way.ts'
import type { Say } from '../texts/catalogue.ts'
import { accept } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { projectNamed, projectsFor } from './guard.ts'

/** Milliseconds that a page waits for a piece of work before it shows how far it has come. */
const PATIENCE = 400
const draftParam = z.object({ draft: z.string() })
const target = z.object({ into: z.string().default('') })
const confirmation = z.object({ into: z.string(), name: z.string().default(''), language: z.enum(sourceLanguages).default('sv') })

/** Projects and codebooks of other programs: out of a project; in as a draft that is looked at and then confirmed. */
export const exchanges = new Hono<AppEnv>()

exchanges.get('/projects/:slug/exchange', async (c) => {
  const { pool, project, reader } = c.var
  pool.warm('reading')
  const losses = await pool.run('exportLosses', { projectId: project.id })
  return show(c, { title: reader.say('exchange.title'), layout: 'page start' }, <ExchangePage slug={project.slug} losses={losses} />)
})

// Before anything of a draft is looked at: it may be somebody else's.
exchanges.use('/exchanges/:draft/*', async (c, next) => {
  await refuseForeign(c.var.house, c.req.param('draft'), ownerOf(c))
  await next()
})

/** A file is read while its page is shown: one that is read at once, or can't be read, is answered at once. */
exchanges.post('/exchanges', async (c) => {
  const { house, pool } = c.var
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null
  const { id, into } = await receiveExchange(house, ownerOf(c), { contentType: c.req.header('Content-Type'), body })
  const work = exchangeWork(house, pool, id)
  if (work) await outcomeOf<unknown>(work.under, PATIENCE)
  return c.redirect(pathOf(id, into), 303)
})

exchanges.get('/exchanges/:draft', accept('param', draftParam), accept('query', target), async (c) => {
  const { house, pool, reader } = c.var
  const { into } = c.req.valid('query')
  const id = c.req.valid('param').draft
  const work = exchangeWork(house, pool, id)
  if (work) {
    const answer = await follow(c, id, into, work)
    if (answer) return answer
  }
  const draft = await findExchange(house, id)
  const project = into === '' ? null : await projectNamed(c, into, 'code')
  const plan = await planExchange(house, draft, project?.id ?? null, c.var.coder.id)
  const projects = await projectsFor(c, 'code')
  // What is here already is looked at against itself: as a new project it would be refused.
  if (into === '' && projects.some(({ slug }) => slug === plan.here?.slug)) return c.redirect(pathOf(id, plan.here!.slug), 303)
  const view = <ExchangePreview path={`/exchanges/${id}`} into={into} projects={projects} plan={plan} />
  return show(c, { title: reader.say('exchange.preview'), layout: 'page start' }, view)
})

/** How far a piece of work has come, or where it led to; nothing where a draft is read. A page that asks again is told to come whole where all is done. */
async function follow(c: Context<AppEnv>, id: string, into: string, work: ExchangeWork): Promise<Response | undefined> {
  const { house, reader } = c.var
  const polled = c.req.header('HX-Request') !== undefined
  const path = pathOf(id, into)
  if (polled && work.under.outcome) {
    c.header('HX-Redirect', path)
    return c.body(null, 200)
  }
  const view = <ExchangeWaiting path={path} kind={work.kind} progress={work.under.progress} />
  if (polled) return show(c, null, view)
  try {
    const done = await outcomeOf<true | ExchangeDone>(work.under, PATIENCE)
    if (!done) return await show(c, { title: reader.say(`exchange.${work.kind}-title`), layout: 'page start' }, view)
    return done === true ? undefined : arrive(c, into, done)
  } catch (error) {
    if (!work.under.cancelled) throw error
    return c.redirect(work.kind === 'take' ? path : '/', 303)
  } finally {
    if (work.under.outcome) forgetExchange(house, id, work)
  }
}

function pathOf(id: string, into: string): string {
  return `/exchanges/${id}${into === '' ? '' : `?into=${encodeURIComponent(into)}`}`
}

exchanges.post('/exchanges/:draft/confirmation', accept('param', draftParam), accept('form', confirmation), async (c) => {
  const { house, pool, coder } = c.var
  const { into, name, language } = c.req.valid('form')
  const id = c.req.valid('param').draft
  if (exchangeWork(house, pool, id)) return c.redirect(pathOf(id, into), 303)
  const project = into === '' ? null : await projectNamed(c, into, 'code')
  const named = name.trim() === '' ? (await findExchange(house, id)).project.name : name
  const where = project ? { projectId: project.id, slug: project.slug } : { name: named, language }
  // Its page tells what comes of it, or what it was refused for.
  await outcomeOf(takeExchange(house, { draftId: id, coderId: coder.id, into: where }), PATIENCE).catch(() => undefined)
  return c.redirect(pathOf(id, into), 303)
})

/** The project that was taken in or into, and what came of it. One that was begun is the house's to take back. */
function arrive(c: Context<AppEnv>, into: string, { slug, report, behind }: ExchangeDone): Response {
  const nothing = report !== null && !addsAnything(report)
  const undoTo = nothing ? {} : { undoTo: into === '' ? '/undo' : `/projects/${slug}/undo` }
  return goTo(c, `/projects/${slug}`, { said: saidOf(c.var.reader.say, report) + (behind ? ` ${c.var.reader.say('exchange.study-behind')}` : ''), ...undoTo })
}

exchanges.post('/exchanges/:draft/cancellation', accept('param', draftParam), accept('query', target), async (c) => {
  const id = c.req.valid('param').draft
  const stays = await cancelExchange(c.var.house, id)
  return c.redirect(stays ? pathOf(id, c.req.valid('query').into) : '/', 303)
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
  const waiting = report.waiting > 0 ? ` ${say('exchange.done-waiting', { n: report.waiting })}` : ''
  return first + changed + waiting + (report.misfits > 0 ? ` ${say('exchange.done-misfits', { n: report.misfits })}` : '')
}

function addsAnything({ sources, codes, codings, cases, memos, sets, quotations, coders, waiting }: ExchangeReport): boolean {
  return waiting + sources + codes + codings + cases + memos + sets + quotations + coders > 0
}
