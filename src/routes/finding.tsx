import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Proposal } from '../../views/guides/proposal.tsx'
import { Waiting } from '../../views/guides/waiting.tsx'
import { Refusal } from '../domain/refusal.ts'
import { type Found, findAnswers } from '../services/find-answers.ts'
import { leaveGuide } from '../services/leave-guide.ts'
import { proposeFrom } from '../services/propose-from.ts'
import { readSourceText } from '../services/read-source-text.ts'
import { begin, findUnderWay, letGo, outcomeOf } from '../services/under-way.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { baseOf, who } from './here.ts'

/** Milliseconds that an answer waits for the work to be done before it shows how far it has come. */
const PATIENCE = 1000
const guideId = z.union([z.literal('best'), id])
const sourceIds = z
  .union([id, z.array(id)])
  .optional()
  .transform((ids) => (ids === undefined ? [] : [ids].flat()))
const sourcePath = z.object({ slug: z.string(), sourceId: id })
const chosenGuide = z.object({ guideId: z.union([z.literal('').transform(() => null), guideId]) })

/** Work that takes its time: finding the answers of many sources, and proposing a guide from them. */
export const finding = new Hono<AppEnv>()

finding.post('/projects/:slug/guides/finding', accept('form', z.object({ guideId: guideId.optional() })), async (c) => {
  const { guideId: chosen } = c.req.valid('form')
  const wish = { ...who(c), ...(chosen !== undefined && { guideId: chosen }) }
  begin(c.var.house, keyOf(c, 'find'), (watch) => findAnswers(c.var.house, c.var.pool, wish, watch))
  return toFinding(c, PATIENCE)
})

finding.get('/projects/:slug/guides/finding', async (c) => toFinding(c, 0))

async function toFinding(c: Context<AppEnv>, patience: number): Promise<Response> {
  const under = findUnderWay<Found>(c.var.house, keyOf(c, 'find'))
  const path = `${baseOf(c)}/guides/finding`
  if (!under) return c.redirect(`${baseOf(c)}/guides`, 303)
  const found = await outcomeOf(under, patience).catch((error) => {
    letGo(c.var.house, keyOf(c, 'find'))
    throw error
  })
  if (!found) return c.req.method === 'POST' ? c.redirect(path, 303) : waiting(c, path, 'guides.finding', under.progress)
  letGo(c.var.house, keyOf(c, 'find'))
  return goTo(c, `${baseOf(c)}/answers`, { said: saidOf(c, found), undoTo: found.changed ? `${baseOf(c)}/undo` : undefined })
}

function saidOf(c: Context<AppEnv>, { sources, asked, low, without, caseless, late }: Found): string {
  const { say } = c.var.reader
  const found = say('guides.found', { asked, sources, low })
  const unguided = without.length > 0 ? ` ${say('guides.found-without', { n: without.length })}` : ''
  const stopped = late.length > 0 ? ` ${say('guides.found-late', { n: late.length, names: late.slice(0, 3).join(', ') })}` : ''
  return `${found}${unguided}${stopped}${caseless.length > 0 ? ` ${say('guides.found-caseless', { n: caseless.length })}` : ''}`
}

finding.post('/projects/:slug/guides/finding/cancellation', (c) => {
  letGo(c.var.house, keyOf(c, 'find'))
  return goTo(c, `${baseOf(c)}/guides`, { said: c.var.reader.say('guides.cancelled') })
})

finding.post('/projects/:slug/guides/proposal', accept('form', z.object({ sourceId: sourceIds })), async (c) => {
  const wish = { projectId: c.var.project.id, sourceIds: c.req.valid('form').sourceId, name: c.var.reader.say('guides.default-name') }
  const under = begin(c.var.house, keyOf(c, 'propose'), ({ onProgress }) => proposeFrom(c.var.house, c.var.pool, wish, onProgress))
  await outcomeOf(under, PATIENCE)
  return c.redirect(`${baseOf(c)}/guides/proposal`, 303)
})

finding.get('/projects/:slug/guides/proposal', async (c) => {
  const under = findUnderWay<Awaited<ReturnType<typeof proposeFrom>>>(c.var.house, keyOf(c, 'propose'))
  if (!under) throw new Refusal('not-found', 'refusal.no-proposal')
  const path = `${baseOf(c)}/guides/proposal`
  const proposed = await outcomeOf(under, 0)
  if (!proposed) return waiting(c, path, 'guides.proposing', under.progress)
  if (c.req.header('HX-Request')) {
    c.header('HX-Redirect', path)
    return c.body(null, 200)
  }
  return show(c, { title: c.var.reader.say('guides.proposal-title'), place: 'guides', layout: 'page' }, <Proposal {...proposed} base={baseOf(c)} />)
})

finding.post('/projects/:slug/guides/proposal/cancellation', (c) => {
  letGo(c.var.house, keyOf(c, 'propose'))
  return goTo(c, `${baseOf(c)}/guides`, { said: c.var.reader.say('guides.cancelled') })
})

finding.post('/projects/:slug/guides/sources/:sourceId{[0-9]+}', accept('param', sourcePath), accept('form', chosenGuide), async (c) => {
  const { house, pool, project, coder, reader } = c.var
  const { sourceId } = c.req.valid('param')
  const { guideId: chosen } = c.req.valid('form')
  const { title: source } = await readSourceText(house, project.id, sourceId)
  const wish = { projectId: project.id, coderId: coder.id }
  const changed =
    chosen === null
      ? await leaveGuide(house, { ...wish, sourceId })
      : (await findAnswers(house, pool, { ...wish, sourceIds: [sourceId], guideId: chosen })).changed
  return goTo(c, `${baseOf(c)}/guides#following`, {
    said: reader.say(chosen === null ? 'guides.source-left' : 'guides.source-found', { source }),
    undoTo: changed ? `${baseOf(c)}/undo` : undefined,
  })
})

function waiting(c: Context<AppEnv>, path: string, sentence: 'guides.finding' | 'guides.proposing', progress: { done: number; of: number }) {
  const title = `${sentence}-title` as const
  const view = <Waiting path={path} title={title} sentence={sentence} progress={progress} />
  return c.req.header('HX-Request') ? show(c, null, view) : show(c, { title: c.var.reader.say(title), place: 'guides', layout: 'page start' }, view)
}

function keyOf(c: Context<AppEnv>, what: 'find' | 'propose'): string {
  return `${what} ${c.var.project.id}`
}
