import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { FacetsWish } from '../../views/search/facets.tsx'
import { HitsPlan } from '../../views/search/hits-plan.tsx'
import { Results } from '../../views/search/results.tsx'
import { extents } from '../domain/extent.ts'
import { Refusal } from '../domain/refusal.ts'
import { codeHitsApart, planHitsApart } from '../services/act-apart.ts'
import type { HitAt } from '../services/code-hits.ts'
import { hitsOf } from '../services/hits-of.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { searchProject } from '../services/search-project.ts'
import { accept, id } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { baseOf } from './here.ts'
import { searchWish } from './search.tsx'

/** A hit as it stands in a form: source, version of its text, start and end. */
const HIT = /^\d{1,12}(-\d{1,12}){3}$/
const hit = z.string().regex(HIT).transform(hitIn)
/** No code, where none was chosen. */
const wish = searchWish.extend({ codeId: z.union([id, z.literal('').transform(() => 0)]).default(0), extent: z.enum(extents) })
const planning = wish.extend({ hit: z.union([hit.transform((one) => [one]), z.array(hit)]).default([]), all: z.string().optional() })
const applying = wish.extend({
  // Twenty thousand are read in a few milliseconds; zod would look at each of them for a long while.
  chosen: z.string().transform((text, ctx): HitAt[] => {
    const all = text.split(' ').filter(Boolean)
    if (!all.every((one) => HIT.test(one))) ctx.addIssue({ code: 'custom' })
    return all.map(hitIn)
  }),
})

/** Codes put on what a search found: what would come of it first, then the act. */
export const searchCodings = new Hono<AppEnv>()

searchCodings.post('/projects/:slug/search/plan', accept('form', planning), async (c) => {
  const { codeId, extent, hit: ticked, all, ...asked } = c.req.valid('form')
  const { q } = asked
  const { house, project, coder, reader } = c.var
  if (codeId === 0) throw new Refusal('invalid', 'refusal.no-code-chosen')
  const hits = all === undefined ? ticked : await hitsOf(c.var, project.id, q)
  const plan = await planHitsApart(c.var, { projectId: project.id, coderId: coder.id, codeId, extent, query: q, hits })
  const code = (await listUsableCodes(house, project.id)).find((one) => one.id === codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  const chosen = hits.map(({ sourceId, versionId, start, end }) => [sourceId, versionId, start, end].join('-')).join(' ')
  const shown = <HitsPlan slug={project.slug} asked={asked} code={code} extent={extent} plan={plan} chosen={chosen} back={backTo(c, asked)} />
  if (c.req.header('HX-Request')) return show(c, null, shown)
  return show(c, { title: reader.say('search.plan-title'), place: 'search', layout: 'page' }, shown)
})

searchCodings.post('/projects/:slug/search/codings', accept('form', applying), async (c) => {
  const { codeId, extent, chosen, ...asked } = c.req.valid('form')
  const { q, order, show: limit } = asked
  const { house, project, coder, reader } = c.var
  if (codeId === 0) throw new Refusal('invalid', 'refusal.no-code-chosen')
  const plan = await codeHitsApart(c.var, { projectId: project.id, coderId: coder.id, codeId, extent, query: q, hits: chosen })
  const codes = await listUsableCodes(house, project.id)
  const code = codes.find((one) => one.id === codeId)
  const toast = { said: reader.say('search.applied', { n: plan.fresh, code: code?.label ?? '' }), undoTo: `/projects/${project.slug}/undo` }
  const found = c.req.header('HX-Request') && (await searchProject(c.var, { projectId: project.id, query: q, limit, order }))
  return done(
    c,
    backTo(c, asked),
    toast,
    found && (
      <>
        <hx-partial hx-target="#results" hx-swap="outerHTML">
          <Results slug={project.slug} q={q} limit={limit} found={found} codes={codes} />
        </hx-partial>
        <hx-partial hx-target="#facets-wish" hx-swap="outerHTML">
          <FacetsWish address={`/projects/${project.slug}/search`} q={q} order={order} />
        </hx-partial>
      </>
    ),
  )
})

function backTo(c: Context<AppEnv>, { q, order, show }: z.infer<typeof searchWish>): string {
  return `${baseOf(c)}/search?${new URLSearchParams({ q: q.toWellFormed(), order, show: `${show}` })}`
}

function hitIn(text: string): HitAt {
  const [sourceId, versionId, start, end] = text.split('-').map(Number)
  return { sourceId: sourceId!, versionId: versionId!, start: start!, end: end! }
}
