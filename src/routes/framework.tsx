import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type FrameworkWishes, frameworkAddress } from '../../views/framework/framework-address.ts'
import { FrameworkPage } from '../../views/framework/framework-page.tsx'
import { kindsIn } from '../domain/act.ts'
import { filterSentence } from '../domain/filter-sentence.ts'
import { findingStates } from '../domain/finding.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { followKinds } from '../services/follow-kinds.ts'
import { frameworkChoices } from '../services/framework-choices.ts'
import { nameFilter } from '../services/name-filter.ts'
import { analyseFramework } from '../services/read-finding.ts'
import { newestAct } from '../services/read-fresh.ts'
import type { Overtaken } from '../services/write-finding.ts'
import { pickEvidence, writeFinding, writeSynthesis } from '../services/write-finding.ts'
import { accept, id, offset } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { personMay } from '../web/person.ts'
import { sayNext } from '../web/said.ts'
import { show } from '../web/show.tsx'
import { FrameworkChanges } from './framework-changes.tsx'
import { FrameworkColumn, Saved, type Unkept } from './framework-column.tsx'
import { markFresh } from './fresh.ts'
import { baseOf, who } from './here.ts'
import { streamActs } from './stream-acts.ts'

const query = z.object({
  topics: z
    .string()
    .regex(/^(themes|code:#\d{1,9}|guide:\d{1,9})$/)
    .catch('themes'),
  by: z.union([z.literal('').transform(() => undefined), id]).optional(),
  filter: z.string().default(''),
  from: offset.catch(0).default(0),
  cell: z
    .string()
    .regex(/^((\d{1,9}|all|g\d{1,5})\.[cq]\d{1,9})?$/)
    .catch(''),
})
const since = z.coerce.number().int().nonnegative().optional().catch(undefined)
/** What is told to a page that stands open: what people write in the framework, and what they take back. */
const written = [...kindsIn('findings'), ...kindsIn('undoing')]
const none = z
  .literal('')
  .optional()
  .transform(() => null)
const topic = z.union([z.object({ codeId: id, questionId: none }), z.object({ codeId: none, questionId: id })])
const cell = z.object({ caseId: id, back: z.string().optional() })
const words = z.object({ text: z.string().default(''), seen: z.string().max(64).optional(), back: z.string().optional() })
const finding = z.intersection(topic, z.intersection(cell, words.extend({ state: z.union([z.enum(findingStates), none]) })))
const evidence = z.intersection(topic, cell.extend({ codingId: id, picked: z.enum(['yes', '']) }))
const synthesis = z.intersection(topic, words.extend({ attributeId: z.union([id, none]), group: z.string().max(500).default('') }))

/** The framework matrix: findings written in place, evidence picked, syntheses drawn. */
export const framework = new Hono<AppEnv>()

framework.get('/projects/:slug/framework', accept('query', query), async (c) => {
  const wishes = wishesOf(c.req.valid('query'))
  if (c.req.header('HX-Request')) return show(c, null, await FrameworkColumn({ c, wishes, framework: await frameworkOf(c, wishes) }))
  await markFresh(c)
  return page(c, wishes)
})

framework.get('/projects/:slug/framework/events', accept('query', z.object({ since })), (c) => {
  const { house, project, coder, person } = c.var
  const last = Math.max(c.req.valid('query').since ?? 0, Number(c.req.header('Last-Event-ID')) || 0)
  const of = { projectId: project.id, coderId: coder.id, codes: personMay(person, 'code'), since: last || undefined, others: true }
  return streamActs(c, (tell) => followKinds(house, written, of, tell))
})

framework.get('/projects/:slug/framework/changes', accept('query', query.extend({ since })), async (c) => {
  const { since: after = 0, ...wishes } = c.req.valid('query')
  if (!c.req.header('HX-Request')) return c.redirect(frameworkAddress(baseOf(c), wishesOf(wishes)), 303)
  await markFresh(c)
  const actId = await newestAct(c.var.house)
  return show(c, null, await FrameworkChanges({ c, wishes: wishesOf(wishes), framework: await frameworkOf(c, wishesOf(wishes)), after, actId }))
})

framework.post('/projects/:slug/framework/findings', accept('form', finding), async (c) => {
  const { text, seen, state, back, ...cell } = c.req.valid('form')
  const kept = await writeFinding(c.var.house, { ...who(c), cell, state, text, seen })
  return answer(c, back, 'framework.saved', text, kept)
})

framework.post('/projects/:slug/framework/evidence', accept('form', evidence), async (c) => {
  const { codingId, picked, back, ...cell } = c.req.valid('form')
  await pickEvidence(c.var.house, { ...who(c), cell, codingId, picked: picked === 'yes' })
  return answer(c, back, picked === 'yes' ? 'framework.picked' : 'framework.dropped')
})

framework.post('/projects/:slug/framework/syntheses', accept('form', synthesis), async (c) => {
  const { text, seen, back, ...place } = c.req.valid('form')
  const kept = await writeSynthesis(c.var.house, { ...who(c), place, text, seen })
  return answer(c, back, 'framework.saved', text, kept)
})

/** What changed on the page; nothing that somebody writes in is drawn anew. Without JavaScript: the page again, with what could not be kept. */
async function answer(
  c: Context<AppEnv>,
  back: string | undefined,
  said: 'framework.saved' | 'framework.picked' | 'framework.dropped',
  text = '',
  kept?: Overtaken,
): Promise<Response> {
  const base = baseOf(c)
  const address = localPath(back, `${base}/framework`)
  const wishes = wishesOf(query.parse(Object.fromEntries(new URL(address, 'http://localhost').searchParams)))
  const unkept: Unkept | undefined = kept && { text, overtaken: kept.overtaken }
  if (unkept) c.status(409)
  if (c.req.header('HX-Request')) return show(c, null, await Saved({ c, wishes, framework: await frameworkOf(c, wishes), unkept }))
  if (unkept) return page(c, wishes, unkept)
  sayNext(c, { said: c.var.reader.say(said), undoTo: `${base}/undo` })
  return c.redirect(frameworkAddress(base, wishes), 303)
}

async function page(c: Context<AppEnv>, wishes: FrameworkWishes, unkept?: Unkept): Promise<Response> {
  const { house, project, reader } = c.var
  const actId = await newestAct(house)
  const shown = await frameworkOf(c, wishes)
  const parsed = parseFilter(wishes.filter)
  const sentence = filterSentence(parsed, reader.say, await nameFilter(house.read, project.id, parsed))
  const choices = await frameworkChoices(house.read, project.id)
  const column = await FrameworkColumn({ c, wishes, framework: shown, unkept })
  return show(
    c,
    {
      title: reader.say('framework.title'),
      place: 'analysis',
      layout: 'matrix-page framework-page',
      scripts: ['matrix.js', 'matrix-grid.js', 'finding.js', 'framework-live.js'],
    },
    <FrameworkPage base={baseOf(c)} wishes={wishes} choices={choices} framework={shown} sentence={sentence} column={column} actId={actId} />,
  )
}

function frameworkOf(c: Context<AppEnv>, { topics, by, filter }: FrameworkWishes) {
  return analyseFramework(c.var, { projectId: c.var.project.id, filter, topics, by })
}

function wishesOf({ by, ...rest }: z.infer<typeof query>): FrameworkWishes {
  return { ...rest, by }
}
