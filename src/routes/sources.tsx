import { Hono } from 'hono'
import { z } from 'zod'
import { SourceEdit } from '../../views/projects/source-edit.tsx'
import { SourceList } from '../../views/projects/source-list.tsx'
import { Refusal } from '../domain/refusal.ts'
import { slugOf } from '../domain/slug.ts'
import { sourceKinds, sourceLanguages } from '../domain/source.ts'
import { describeSource } from '../services/describe-source.ts'
import { linkCase } from '../services/link-case.ts'
import { readCasesOf } from '../services/read-cases.ts'
import { readSourceText } from '../services/read-source-text.ts'
import { readSources, sourceOrders } from '../services/read-sources.ts'
import { listSpeakingIn } from '../services/read-speakers.ts'
import { removeSource } from '../services/remove-source.ts'
import { renameSource } from '../services/rename-source.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { markFresh } from './fresh.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const at = '/projects/:slug/sources/:sourceId{[0-9]+}'

/** The list of a project's sources and what is done to a source as a whole. Its own page is in transcripts. */
export const sources = new Hono<AppEnv>()

sources.get('/projects/:slug/sources', accept('query', z.object({ sort: z.enum(sourceOrders).optional().catch(undefined) })), async (c) => {
  const { house, project, reader } = c.var
  await markFresh(c)
  const order = c.req.valid('query').sort ?? 'order'
  const rows = await readSources(house, project.id, order)
  return show(c, { title: reader.say('nav.sources'), place: 'sources', layout: 'page' }, <SourceList rows={rows} order={order} slug={project.slug} />)
})

sources.get(`${at}/edit`, accept('param', path), async (c) => {
  const { sourceId } = c.req.valid('param')
  const { house, project, reader } = c.var
  const row = (await readSources(house, project.id, 'order')).find((one) => one.source.id === sourceId)
  if (!row) throw new Refusal('not-found', 'refusal.no-source')
  const { cases } = await readCasesOf(house, project.id)
  const speaking = await listSpeakingIn(house, project.id, sourceId)
  const names = cases.map((one) => one.name)
  const view = <SourceEdit speaking={speaking} source={row.source} cases={row.cases} caseNames={names} byCoder={row.progress.byCoder} slug={project.slug} />
  return show(c, { title: reader.say('list.change-of', { name: row.source.title }), place: 'sources', layout: 'page' }, view)
})

sources.get(`${at}/text`, accept('param', path), async (c) => {
  const { title, text } = await readSourceText(c.var.house, c.var.project.id, c.req.valid('param').sourceId)
  c.header('Content-Type', 'text/plain; charset=utf-8')
  c.header(
    'Content-Disposition',
    `attachment; filename="${slugOf(title, 'source')}.txt"; filename*=UTF-8''${encodeURIComponent(title).replaceAll("'", '%27')}.txt`,
  )
  return c.body(text)
})

sources.post(`${at}/title`, accept('param', path), accept('form', z.object({ title: z.string() })), async (c) => {
  const { title } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  await renameSource(house, { projectId: project.id, coderId: coder.id, sourceId: c.req.valid('param').sourceId, title })
  return goTo(c, `/projects/${project.slug}/sources`, { said: reader.say('list.renamed', { name: title.trim() }), undoTo: `/projects/${project.slug}/undo` })
})

const described = z.object({ language: z.enum(sourceLanguages), kind: z.enum(sourceKinds) })

sources.post(`${at}/description`, accept('param', path), accept('form', described), async (c) => {
  const { sourceId } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  const name = await describeSource(house, { projectId: project.id, coderId: coder.id, sourceId, ...c.req.valid('form') })
  const back = `/projects/${project.slug}/sources/${sourceId}/edit`
  return goTo(c, back, { said: reader.say('list.described', { name }), undoTo: `/projects/${project.slug}/undo` })
})

const linked = z.object({ caseName: z.string(), kept: z.union([id.transform((one) => [one]), z.array(id)]).default([]) })

sources.post(`${at}/cases`, accept('param', path), accept('form', linked), async (c) => {
  const { sourceId } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  await linkCase(house, { projectId: project.id, coderId: coder.id, sourceId, ...c.req.valid('form') })
  const { title: name } = await readSourceText(house, project.id, sourceId)
  const back = `/projects/${project.slug}/sources/${sourceId}/edit`
  return goTo(c, back, { said: reader.say('source-cases.saved', { name }), undoTo: `/projects/${project.slug}/undo` })
})

sources.post(`${at}/removal`, accept('param', path), async (c) => {
  const { house, project, coder, reader } = c.var
  const name = await removeSource(house, { projectId: project.id, coderId: coder.id, sourceId: c.req.valid('param').sourceId })
  return goTo(c, `/projects/${project.slug}/sources`, { said: reader.say('list.removed', { name }), undoTo: `/projects/${project.slug}/undo` })
})
