import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { PseudonymsPage } from '../../views/publication/pseudonyms-page.tsx'
import { PublicationPage } from '../../views/publication/publication-page.tsx'
import { setPattern } from '../services/citation-pattern.ts'
import { editPublication } from '../services/edit-publication.ts'
import { readRegister } from '../services/read-pseudonyms.ts'
import { readPublicationPage } from '../services/read-publication-page.ts'
import { type CaseDecision, numberCases, setPseudonym, setPseudonyms } from '../services/set-pseudonyms.ts'
import { begin, findUnderWay, letGo, outcomeOf } from '../services/under-way.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { answerQuotationOf, fromList } from './comparison.tsx'
import { baseOf, who } from './here.ts'

/** Milliseconds for which a page waits for the names that are looked for. */
const PATIENCE = 1500
/** What leaves for publication, how quotations stand there, and what stands for names. */
export const publication = new Hono<AppEnv>()

publication.get('/projects/:slug/publication', accept('query', z.object({ filter: z.string().max(20_000).default('') })), async (c) => {
  const { house, project, reader } = c.var
  const page = await readPublicationPage(house, { projectId: project.id, filter: c.req.valid('query').filter, language: reader.language })
  const found = page.begun ? await foundNames(c) : { names: [], more: 0 }
  const undecided = found && found.names.length + found.more
  return show(
    c,
    { title: reader.say('publish.title'), place: 'analysis', layout: 'page' },
    <PublicationPage slug={project.slug} page={{ ...page, undecided: undecided ?? null }} />,
  )
})

publication.post('/projects/:slug/publication/pattern', accept('form', z.object({ pattern: z.string().max(2000) })), async (c) => {
  await setPattern(c.var.house, { ...who(c), pattern: c.req.valid('form').pattern })
  return back(c, 'publication', c.var.reader.say('publish.pattern-saved'), true)
})

const written = fromList.extend({ written: z.string().max(200_000), whole: z.enum(['1']).optional() })
publication.post(
  '/projects/:slug/quotations/:quotationId{[0-9]+}/publication',
  accept('param', z.object({ slug: z.string(), quotationId: id })),
  accept('form', written),
  async (c) => {
    const { written, whole, ...list } = c.req.valid('form')
    const { quotationId } = c.req.valid('param')
    const { changed } = await editPublication(c.var.house, { ...who(c), quotationId, written: whole ? null : written.toWellFormed() })
    return answerQuotationOf(c, quotationId, list, { said: c.var.reader.say(changed ? 'publish.saved' : 'publish.unchanged') }, changed)
  },
)

publication.get('/projects/:slug/pseudonyms', async (c) => {
  const { house, project, reader } = c.var
  const found = await foundNames(c)
  const register = await readRegister(house.read, project.id)
  return show(
    c,
    { title: reader.say('names.title'), place: 'analysis', layout: 'page' },
    <PseudonymsPage slug={project.slug} register={register} found={found ?? null} />,
  )
})

/** The names that are likely and undecided; undefined while they are still looked for. */
async function foundNames(c: Context<AppEnv>): Promise<Found | undefined> {
  const { house, project } = c.var
  const key = `names ${project.id}`
  const under = findUnderWay<Found>(house, key) ?? begin(house, key, () => c.var.pool.run('likely-names', { projectId: project.id }, { seconds: 120 }))
  const outcome = outcomeOf(under as never, PATIENCE).catch((error: Error) => {
    letGo(house, key)
    throw error
  })
  const found = (await outcome) as Found | undefined
  if (found) letGo(house, key)
  return found
}
type Found = { names: { name: string; times: number; known: boolean; around: string }[]; more: number }

publication.post('/projects/:slug/pseudonyms/cancellation', (c) => {
  letGo(c.var.house, `names ${c.var.project.id}`)
  return c.redirect(`${baseOf(c)}/publication`, 303)
})

publication.post('/projects/:slug/pseudonyms', accept('form', z.record(z.string(), z.string().max(200_000))), async (c) => {
  const { lines = '', ...fields } = c.req.valid('form')
  const changed = await setPseudonyms(c.var.house, { ...who(c), cases: decisionsIn(fields), lines: lines.toWellFormed() })
  return back(c, 'pseudonyms', c.var.reader.say('names.saved'), changed)
})

publication.post('/projects/:slug/pseudonyms/numbers', accept('form', z.object({ word: z.string().max(200).default('') })), async (c) => {
  const changed = await numberCases(c.var.house, { ...who(c), word: c.req.valid('form').word })
  return back(c, 'pseudonyms', c.var.reader.say('names.numbered'), changed)
})

const foundName = z.object({ name: z.string().min(1).max(200), replacement: z.string().max(200).default(''), stays: z.enum(['1']).optional() })
publication.post('/projects/:slug/pseudonyms/found', accept('form', foundName), async (c) => {
  const { name, replacement, stays } = c.req.valid('form')
  const changed = await setPseudonym(c.var.house, { ...who(c), name, replacement: stays ? null : replacement.toWellFormed() || null })
  return back(c, 'pseudonyms', c.var.reader.say(stays || !replacement ? 'names.said-none' : 'names.said', { name }), changed)
})

/** What the fields of cases say: a pseudonym, that the name may stay, or nothing yet. */
function decisionsIn(fields: Readonly<Record<string, string>>): CaseDecision[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const caseId = /^case-(\d{1,12})$/.exec(name)?.[1]
    if (caseId === undefined) return []
    const stays = fields[`stays-${caseId}`] === '1' && value.trim() === ''
    return [{ caseId: Number(caseId), replacement: stays ? null : value.toWellFormed().trim() || undefined }]
  })
}

function back(c: Context<AppEnv>, to: 'publication' | 'pseudonyms', said: string, changed: boolean): Response {
  const base = baseOf(c)
  return goTo(c, `${base}/${to}`, { said, undoTo: changed ? `${base}/undo` : undefined })
}
