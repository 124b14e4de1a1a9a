import { Hono } from 'hono'
import { z } from 'zod'
import { SplitPage, SplitSaid } from '../../views/codebook/split-page.tsx'
import { Refusal } from '../domain/refusal.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { readCodeHead } from '../services/read-code-head.ts'
import { readSplitChoices } from '../services/read-split-choices.ts'
import { previewSplit, splitCode } from '../services/split-code.ts'
import { accept, id, optionalId } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { tickedCodings } from './quotations.tsx'

const codePath = z.object({ slug: z.string(), codeId: id })
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string()).max(20)]).default([])
const into = z.enum(['under', 'beside', 'code']).default('under').catch('under')
const wish = z.object({ filter: texts, codings: tickedCodings, into, intoId: optionalId, label: z.string().default('') })
const splitting = wish.extend({ into: z.enum(['under', 'beside', 'code']), seen: z.coerce.number().int().nonnegative() })
const at = '/projects/:slug/codes/:codeId{[0-9]+}/split'

/** Parting a code: first how many codings that would be and what becomes of them, then the act. */
export const codeSplits = new Hono<AppEnv>()

codeSplits.get(at, accept('param', codePath), accept('query', wish), async (c) => {
  const { house, project, reader } = c.var
  const { codeId } = c.req.valid('param')
  const { filter, codings, ...chosen } = c.req.valid('query')
  const code = await readCodeHead(house, project.id, codeId)
  if (!code) throw new Refusal('not-found', 'refusal.no-code')
  const said = await previewSplit(house, { ...whichOf(project.id, codeId, filter, codings), into: chosen.into === 'code' ? chosen.intoId : undefined })
  const codes = (await listUsableCodes(house, project.id)).filter((one) => one.id !== codeId)
  const of = { base: `/projects/${project.slug}`, code, preview: said, codes, filter: filter.filter(Boolean), picked: codings, ...chosen }
  if (c.req.header('HX-Request')) return show(c, null, <SplitSaid {...of} />)
  const choices = await readSplitChoices(house, project.id)
  const title = reader.say('split.title', { label: code.label })
  return show(c, { title, place: 'codebook', layout: 'page' }, <SplitPage {...of} choices={choices} />)
})

codeSplits.post(at, accept('param', codePath), accept('form', splitting), async (c) => {
  const { house, project, coder, reader } = c.var
  const form = c.req.valid('form')
  const { codeId } = c.req.valid('param')
  if (form.into === 'code' && form.intoId === undefined) throw new Refusal('not-found', 'refusal.no-code')
  const into = form.into === 'code' ? { codeId: form.intoId! } : { label: form.label, place: form.into }
  const { codingIds } = await previewSplit(house, whichOf(project.id, codeId, form.filter, form.codings))
  if (codingIds.length !== form.seen) throw new Refusal('conflict', 'refusal.split-changed', { n: codingIds.length })
  const { codeId: toId, moved } = await splitCode(house, { projectId: project.id, coderId: coder.id, codeId, codingIds, into })
  const label = (await readCodeHead(house, project.id, toId))?.label ?? ''
  const base = `/projects/${project.slug}`
  return goTo(c, `${base}/codebook?code=${toId}#code`, { said: reader.say('split.done', { n: moved, label }), undoTo: `${base}/undo` })
})

/** Which codings are meant: those that were ticked, else all that meet every condition. */
function whichOf(projectId: number, codeId: number, filter: readonly string[], picked: readonly number[]) {
  const conditions = filter.filter((one) => one.trim() !== '').map((one) => `(${one})`)
  return { projectId, codeId, filter: conditions.join(' '), picked }
}
