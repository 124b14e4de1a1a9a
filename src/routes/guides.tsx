import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { GuideFor } from '../../views/guides/guide-for.tsx'
import { GuidePage } from '../../views/guides/guide-page.tsx'
import { GuidesPage } from '../../views/guides/guides-page.tsx'
import { Refusal } from '../domain/refusal.ts'
import { removeGuide, renameGuide, sayWhomAsked } from '../services/edit-guide.ts'
import { createQuestion, editQuestion, moveQuestion, removeQuestion } from '../services/edit-question.ts'
import { createSection, editSection, removeSection } from '../services/edit-section.ts'
import { importGuide, readGuideFile } from '../services/import-guide.ts'
import { readGuideOf, readGuides } from '../services/read-guides.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { done, goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { guideSaid } from './guide-said.ts'
import { baseOf, who } from './here.ts'

const guidePath = z.object({ slug: z.string(), guideId: id })
const sectionPath = guidePath.extend({ sectionId: id })
const questionPath = guidePath.extend({ questionId: id })
const title = z.object({ title: z.string() })
const created = z.object({ text: z.string().default(''), name: z.string().default(''), file: z.instanceof(File).optional() })
const codeIds = z
  .union([id, z.array(id)])
  .optional()
  .transform((ids) => (ids === undefined ? [] : [ids].flat()))
const edited = z.object({ text: z.string(), sectionId: id, codeId: codeIds })
const at = '/projects/:slug/guides/:guideId{[0-9]+}'

/** Interview guides and every change of one. */
export const guides = new Hono<AppEnv>()

guides.get('/projects/:slug/guides', async (c) => {
  const view = await readGuides(c.var.house, c.var.project.id)
  return show(c, { title: c.var.reader.say('guides.title'), place: 'guides', layout: 'page' }, <GuidesPage {...view} base={baseOf(c)} />)
})

guides.post('/projects/:slug/guides', accept('form', created), async (c) => {
  const { text, name, file } = c.req.valid('form')
  const { say } = c.var.reader
  if (!file && text.trim() === '') throw new Refusal('invalid', 'refusal.guide-empty')
  if (file && file.size === 0) throw new Refusal('invalid', 'refusal.no-file')
  const written = file ? await readGuideFile(c.var.pool, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }) : text
  const otherwise = file?.name.replace(/\.[^.]+$/, '').trim() || say('guides.default-name')
  const guide = await importGuide(c.var.house, { ...who(c), name: otherwise, text: written, called: name })
  const unlinked = guide.unlinked.length > 0 ? ` ${say('guides.unlinked', { themes: guide.unlinked.join(', ') })}` : ''
  const said = say(guide.created ? 'guides.created' : 'guides.there-already', { name: guide.name, n: guide.questions })
  return goTo(c, `${baseOf(c)}/guides/${guide.guideId}`, { said: `${said}.${unlinked}`, undoTo: guide.created ? `${baseOf(c)}/undo` : undefined })
})

guides.get(at, accept('param', guidePath), async (c) => {
  const view = await readGuideOf(c.var.house, c.var.project.id, c.req.valid('param').guideId)
  const isFor = { ...(await guideSaid(c, view.grid)), text: view.askedOf }
  return show(c, { title: view.guide.name, place: 'guides', layout: 'page' }, <GuidePage {...view} isFor={isFor} base={baseOf(c)} />)
})

guides.post(at, accept('param', guidePath), accept('form', z.object({ name: z.string() })), async (c) => {
  await renameGuide(c.var.house, { ...guideOf(c, c.req.valid('param')), name: c.req.valid('form').name })
  return back(c, c.req.valid('param').guideId)
})

guides.post(`${at}/cases`, accept('param', guidePath), accept('form', z.object({ filter: z.string() })), async (c) => {
  const { guideId } = c.req.valid('param')
  await sayWhomAsked(c.var.house, { ...guideOf(c, { guideId }), filter: c.req.valid('form').filter })
  const path = `${baseOf(c)}/guides/${guideId}`
  const { grid, askedOf } = await readGuideOf(c.var.house, c.var.project.id, guideId)
  const isFor = { ...(await guideSaid(c, grid)), text: askedOf }
  return done(
    c,
    `${path}#for`,
    { said: c.var.reader.say('guides.saved'), undoTo: `${baseOf(c)}/undo` },
    <hx-partial hx-target="#for" hx-swap="outerMorph">
      <GuideFor path={path} of={isFor} />
    </hx-partial>,
  )
})

guides.post(`${at}/removal`, accept('param', guidePath), async (c) => {
  const name = await removeGuide(c.var.house, guideOf(c, c.req.valid('param')))
  return goTo(c, `${baseOf(c)}/guides`, { said: c.var.reader.say('guides.removed', { name }), undoTo: `${baseOf(c)}/undo` })
})

guides.post(`${at}/sections`, accept('param', guidePath), accept('form', title), async (c) => {
  await createSection(c.var.house, { ...guideOf(c, c.req.valid('param')), title: c.req.valid('form').title })
  return back(c, c.req.valid('param').guideId)
})

guides.post(`${at}/sections/:sectionId{[0-9]+}`, accept('param', sectionPath), accept('form', title), async (c) => {
  const { sectionId, guideId } = c.req.valid('param')
  await editSection(c.var.house, { ...guideOf(c, { guideId }), sectionId, title: c.req.valid('form').title })
  return back(c, guideId, `section-${sectionId}`)
})

guides.post(`${at}/sections/:sectionId{[0-9]+}/removal`, accept('param', sectionPath), async (c) => {
  const { sectionId, guideId } = c.req.valid('param')
  await removeSection(c.var.house, { ...guideOf(c, { guideId }), sectionId })
  return back(c, guideId)
})

guides.post(`${at}/questions`, accept('param', guidePath), accept('form', z.object({ sectionId: id, text: z.string() })), async (c) => {
  const { guideId } = c.req.valid('param')
  const { sectionId, text } = c.req.valid('form')
  const questionId = await createQuestion(c.var.house, { ...guideOf(c, { guideId }), sectionId, text })
  return back(c, guideId, `question-${questionId}`)
})

guides.post(`${at}/questions/:questionId{[0-9]+}`, accept('param', questionPath), accept('form', edited), async (c) => {
  const { guideId, questionId } = c.req.valid('param')
  const { text, sectionId, codeId } = c.req.valid('form')
  await editQuestion(c.var.house, { ...guideOf(c, { guideId }), questionId, text, sectionId, codeIds: codeId })
  return back(c, guideId, `question-${questionId}`)
})

guides.post(`${at}/questions/:questionId{[0-9]+}/move`, accept('param', questionPath), accept('form', z.object({ to: z.enum(['up', 'down']) })), async (c) => {
  const { guideId, questionId } = c.req.valid('param')
  await moveQuestion(c.var.house, { ...guideOf(c, { guideId }), questionId, to: c.req.valid('form').to })
  return back(c, guideId, `question-${questionId}`)
})

guides.post(`${at}/questions/:questionId{[0-9]+}/removal`, accept('param', questionPath), async (c) => {
  const { guideId, questionId } = c.req.valid('param')
  await removeQuestion(c.var.house, { ...guideOf(c, { guideId }), questionId })
  return back(c, guideId)
})

function guideOf(c: Context<AppEnv>, { guideId }: { guideId: number }) {
  return { ...who(c), guideId }
}

function back(c: Context<AppEnv>, guideId: number, anchor?: string): Response {
  const saved: TextKey = 'guides.saved'
  return goTo(c, `${baseOf(c)}/guides/${guideId}${anchor ? `#${anchor}` : ''}`, { said: c.var.reader.say(saved), undoTo: `${baseOf(c)}/undo` })
}
