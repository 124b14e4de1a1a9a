import { Hono } from 'hono'
import { z } from 'zod'
import { ReplacementPage, ReplacePage } from '../../views/texts/replace-page.tsx'
import { ComparePage, VersionsPage } from '../../views/texts/versions-page.tsx'
import { Refusal } from '../domain/refusal.ts'
import { slugOf } from '../domain/slug.ts'
import { readSourceText } from '../services/read-source-text.ts'
import { compareTexts, compareVersions, readVersions, readVersionText } from '../services/read-versions.ts'
import { previewReplacement, receiveReplacement, replaceText } from '../services/replace-text.ts'
import { findWords, replaceWords } from '../services/replace-words.ts'
import { restoreVersion } from '../services/restore-version.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { sourcePath } from './transcript-view.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const at = '/projects/:slug/sources/:sourceId{[0-9]+}'
const words = z.object({ find: z.string().max(200), to: z.string().max(200).default(''), whole: z.literal('1').optional() })
const MOST_MEGABYTES = 100

/** The texts of a source: what they were, and giving it another. */
export const versions = new Hono<AppEnv>()

versions.get(`${at}/versions`, accept('param', path), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { source, versions: listed } = await readVersions(c.var.house, c.var.project.id, sourceId)
  const frame = { title: c.var.reader.say('version.title', { name: source.title }), place: 'sources', layout: 'page' } as const
  return show(c, frame, <VersionsPage path={sourcePath(slug, sourceId)} project={`/projects/${slug}`} source={source} versions={listed} />)
})

versions.get(`${at}/versions/compared`, accept('param', path), accept('query', z.object({ from: id, to: id })), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { from, to } = c.req.valid('query')
  const { source, ...compared } = await compareVersions(c.var.house, { projectId: c.var.project.id, sourceId, from, to })
  const frame = { title: c.var.reader.say('version.compared', { from, to, name: source.title }), place: 'sources', layout: 'page' } as const
  return show(c, frame, <ComparePage path={sourcePath(slug, sourceId)} title={source.title} from={from} to={to} {...compared} />)
})

versions.get(`${at}/versions/:number{[0-9]+}/text`, accept('param', path.extend({ number: id })), async (c) => {
  const { sourceId, number } = c.req.valid('param')
  const { source, text } = await readVersionText(c.var.house, { projectId: c.var.project.id, sourceId, number })
  c.header('Content-Type', 'text/plain; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${slugOf(source.title, 'source')}-${number}.txt"`)
  return c.body(text)
})

versions.post(`${at}/versions/:number{[0-9]+}/restoration`, accept('param', path.extend({ number: id })), async (c) => {
  const { slug, sourceId, number } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  const { waiting } = await restoreVersion(house, { projectId: project.id, coderId: coder.id, sourceId, number })
  const said = waiting > 0 ? reader.say('version.restored-waits', { number, n: waiting }) : reader.say('version.restored', { number })
  return goTo(c, `${sourcePath(slug, sourceId)}/versions`, { said, undoTo: `/projects/${slug}/undo` })
})

versions.get(`${at}/replacement`, accept('param', path), accept('query', words.partial()), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { find, to = '', whole } = c.req.valid('query')
  const { house, project, reader } = c.var
  const { title } = await readSourceText(house, project.id, sourceId)
  const wish = find === undefined ? undefined : { find, to, whole: whole === '1' }
  const found = wish && (await findWords(house, { projectId: project.id, sourceId, ...wish }))
  const view = <ReplacePage path={sourcePath(slug, sourceId)} title={title} {...(wish && found ? { words: wish, found } : {})} />
  return show(c, { title: reader.say('text.change-of', { name: title }), place: 'sources', layout: 'page' }, view)
})

versions.post(`${at}/words`, accept('param', path), accept('form', words), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { find, to, whole } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  const { count, waiting } = await replaceWords(house, { projectId: project.id, coderId: coder.id, sourceId, find, to, whole: whole === '1' })
  const said = waiting > 0 ? reader.say('text.replaced-words-wait', { n: count, waiting }) : reader.say('text.replaced-words', { n: count })
  return goTo(c, sourcePath(slug, sourceId), { said, undoTo: `/projects/${slug}/undo` })
})

versions.post(`${at}/replacements`, accept('param', path), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { house, pool, project } = c.var
  const form = await c.req.parseBody()
  const { file, text } = form
  const given =
    file instanceof File && file.size > 0
      ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      : typeof text === 'string' && text.trim() !== ''
        ? { text }
        : null
  if (!given) throw new Refusal('invalid', 'refusal.no-file')
  if ('bytes' in given && given.bytes.length > MOST_MEGABYTES * 1024 * 1024)
    throw new Refusal('invalid', 'refusal.import-file-too-large', { megabytes: MOST_MEGABYTES })
  const { id: replacement } = await receiveReplacement(house, pool, { projectId: project.id, sourceId }, given)
  return c.redirect(`${sourcePath(slug, sourceId)}/replacements/${replacement}`, 303)
})

versions.get(`${at}/replacements/:replacement`, accept('param', path.extend({ replacement: z.string() })), async (c) => {
  const { slug, sourceId, replacement } = c.req.valid('param')
  const { house, project, reader } = c.var
  const { source, old, replacement: kept, ...preview } = await previewReplacement(house, { projectId: project.id, sourceId }, replacement)
  const view = <ReplacementPage path={sourcePath(slug, sourceId)} title={source.title} id={kept.id} {...preview} {...compareTexts(old, kept.text)} />
  return show(c, { title: reader.say('text.preview', { name: source.title }), place: 'sources', layout: 'page' }, view)
})

versions.post(`${at}/replacements/:replacement/confirmation`, accept('param', path.extend({ replacement: z.string() })), async (c) => {
  const { slug, sourceId, replacement } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  const { waiting } = await replaceText(house, { projectId: project.id, coderId: coder.id, sourceId, replacement })
  const said = waiting > 0 ? reader.say('text.replaced-waits', { n: waiting }) : reader.say('text.replaced')
  return goTo(c, sourcePath(slug, sourceId), { said, undoTo: `/projects/${slug}/undo` })
})
