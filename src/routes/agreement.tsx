import { Hono } from 'hono'
import { z } from 'zod'
import { AgreementPage } from '../../views/review/agreement-page.tsx'
import { DifferencesPage } from '../../views/review/differences-page.tsx'
import { agreementUnits } from '../domain/agreement/rated-units.ts'
import { analyseAgreement } from '../services/analyse-further.ts'
import { listCodersWho } from '../services/coders-who.ts'
import { readDisagreements } from '../services/disagreements.ts'
import { codesIndependently, sayDone, setIndependence, sourcesSeen } from '../services/independent-coding.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { settleDisagreement } from '../services/settle-disagreement.ts'
import { accept, id, optionalId } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { show } from '../web/show.tsx'

const coders = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ids) => [...new Set([ids].flat().flatMap((one) => (/^\d{1,12}$/.test(one) ? [Number(one)] : [])))])
const wish = z.object({
  coder: coders,
  unit: z.enum(agreementUnits).default('character').catch('character'),
  'after-reading': z.literal('yes').optional().catch(undefined),
})
const page = z.coerce.number().int().positive().max(1_000_000).catch(1).default(1)
const differences = wish.extend({ code: optionalId, settled: z.literal('yes').optional().catch(undefined), page })
const decision = z.object({ quotationId: id, codeId: id, applies: z.enum(['yes', 'no']), reason: z.string().max(20_000), back: z.string().optional() })

/** How far coders agree, where they differ, what was decided there, and coding without seeing each other. */
export const agreement = new Hono<AppEnv>()

agreement.get('/projects/:slug/agreement', accept('query', wish), async (c) => {
  const { coder: asked, unit, 'after-reading': all } = c.req.valid('query')
  const { project, house, reader } = c.var
  const coders = await listCodersWho(house, project.id)
  const chosen = asked.filter((one) => coders.some(({ id }) => id === one))
  const compared = (chosen.length > 0 ? chosen.length : coders.length) >= 2
  const only = house.sees === undefined ? null : await sourcesSeen(house.read, project.id, house.sees)
  const counted = compared ? await analyseAgreement(c.var, { projectId: project.id, coders: chosen, unit, all: all === 'yes' }) : undefined
  const independent = await codesIndependently(house.read, project.id)
  return show(
    c,
    { title: reader.say('agree.title'), place: 'analysis', layout: 'page', scripts: ['matrix.js'] },
    <AgreementPage slug={project.slug} coders={coders} chosen={chosen} unit={unit} counted={counted} independent={independent} seen={only?.length} />,
  )
})

agreement.get('/projects/:slug/agreement/differences', accept('query', differences), async (c) => {
  const { coder: asked, unit, code, settled, page } = c.req.valid('query')
  const { project, house, coder, reader } = c.var
  const seen = await sourcesSeen(house.read, project.id, coder.id)
  const list = await readDisagreements(house.read, { projectId: project.id, coders: asked, codeId: code, settled: settled === 'yes', page, only: seen })
  const codes = await listUsableCodes(house, project.id)
  return show(
    c,
    { title: reader.say('agree.differences'), place: 'analysis', layout: 'page quotations-page' },
    <DifferencesPage slug={project.slug} list={list} codes={codes} wishes={{ coders: asked, unit, code, settled: settled === 'yes' }} hiding={seen !== null} />,
  )
})

agreement.post('/projects/:slug/agreement/decisions', accept('form', decision), async (c) => {
  const { applies, back, ...rest } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  await settleDisagreement(house, { projectId: project.id, coderId: coder.id, applies: applies === 'yes', ...rest })
  const to = localPath(back, `/projects/${project.slug}/agreement/differences`)
  return goTo(c, to, { said: reader.say('agree.decided'), undoTo: `/projects/${project.slug}/undo` })
})

agreement.post('/projects/:slug/agreement/independence', accept('form', z.object({ independent: z.enum(['yes', 'no']) })), async (c) => {
  const independent = c.req.valid('form').independent === 'yes'
  const { house, project, coder, reader } = c.var
  await setIndependence(house, { projectId: project.id, coderId: coder.id, independent })
  const said = reader.say(independent ? 'agree.hidden-now' : 'agree.shown-now')
  return goTo(c, `/projects/${project.slug}/agreement`, { said, undoTo: `/projects/${project.slug}/undo` })
})

agreement.post(
  '/projects/:slug/sources/:sourceId{[0-9]+}/done',
  accept('param', z.object({ slug: z.string(), sourceId: id })),
  accept('form', z.object({ done: z.enum(['yes', 'no']) })),
  async (c) => {
    const { sourceId } = c.req.valid('param')
    const done = c.req.valid('form').done === 'yes'
    const { house, project, coder, reader } = c.var
    await sayDone(house, { projectId: project.id, coderId: coder.id, sourceId, done })
    const said = reader.say(done ? 'agree.said-done' : 'agree.said-open')
    return goTo(c, `/projects/${project.slug}/sources/${sourceId}`, { said, undoTo: `/projects/${project.slug}/undo` })
  },
)
