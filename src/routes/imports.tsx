import { Hono } from 'hono'
import { z } from 'zod'
import { DraftPreview } from '../../views/imports/draft-preview.tsx'
import { DraftText } from '../../views/imports/draft-text.tsx'
import { ImportBar } from '../../views/imports/import-bar.tsx'
import { ImportForm } from '../../views/imports/import-form.tsx'
import { Reading } from '../../views/imports/reading.tsx'
import { sharedSpeakers } from '../domain/import-draft.ts'
import { cancelDraft, confirmDraft } from '../services/confirm-draft.ts'
import { findDraft, findVerdicts, listDrafts } from '../services/draft-folder.ts'
import { countImported } from '../services/find-import.ts'
import { previewDraft } from '../services/preview-draft.ts'
import { readDraft } from '../services/read-draft.ts'
import { readDraftText } from '../services/read-draft-text.ts'
import { receiveDraft } from '../services/receive-draft.ts'
import { accept, id, offset } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { confirmationFields, sharedRolesOf, wishesOf } from './import-wishes.ts'

const draftParam = z.object({ slug: z.string(), draft: z.string() })
const fileParam = draftParam.extend({ n: offset })
/** Milliseconds that a page waits for the last files before it shows how far the reading has come. */
const PATIENCE = 400

/** Files are received as a draft, read, looked at, and confirmed: only then is anything in the project. */
export const imports = new Hono<AppEnv>()

imports.get('/projects/:slug/imports', accept('query', z.object({ done: id.optional() })), async (c) => {
  const { house, project, reader } = c.var
  const { done: actId } = c.req.valid('query')
  const done = actId ? await countImported(house, project.id, actId) : 0
  const waiting = await listDrafts(house, project.id)
  const frame = { title: reader.say('import.title'), place: 'sources', layout: 'page start', scripts: ['import-drop.js'] } as const
  return show(c, frame, <ImportForm slug={project.slug} done={done} waiting={waiting} />)
})

imports.post('/projects/:slug/imports', async (c) => {
  const { house, pool, project } = c.var
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null
  const draft = await receiveDraft(house, project, { contentType: c.req.header('Content-Type'), body })
  await readDraft(house, pool, draft)
  return c.redirect(`/projects/${project.slug}/imports/${draft.id}`, 303)
})

imports.get('/projects/:slug/imports/:draft', accept('param', draftParam), async (c) => {
  const { house, pool, project, reader } = c.var
  const draft = await findDraft(house, project.id, c.req.valid('param').draft)
  const read = await readDraft(house, pool, draft, PATIENCE)
  const path = `/projects/${project.slug}/imports/${draft.id}`
  const polled = c.req.header('HX-Request')
  if ('progress' in read) {
    const view = <Reading path={path} progress={read.progress} />
    return polled ? show(c, null, view) : show(c, { title: reader.say('import.reading-title'), place: 'sources', layout: 'page start' }, view)
  }
  if (polled) {
    c.header('HX-Redirect', path)
    return c.body(null, 200)
  }
  const preview = await previewDraft(house, draft, read.verdicts)
  const frame = { title: reader.say('import.draft-title'), place: 'sources', layout: 'import-page', scripts: ['import-count.js'] } as const
  return show(c, { ...frame, after: <ImportBar path={path} preview={preview} /> }, <DraftPreview path={path} preview={preview} />)
})

imports.get('/projects/:slug/imports/:draft/files/:n', accept('param', fileParam), async (c) => {
  const { house, project } = c.var
  const { draft, n } = c.req.valid('param')
  const text = await readDraftText(house, project.id, draft, n)
  const path = `/projects/${project.slug}/imports/${draft}`
  return show(c, { title: text.title, place: 'sources', layout: 'page draft-text' }, <DraftText path={path} n={n} text={text} />)
})

imports.get('/projects/:slug/imports/:draft/files/:n/text', accept('param', fileParam), async (c) => {
  const { draft, n } = c.req.valid('param')
  const { text } = await readDraftText(c.var.house, c.var.project.id, draft, n)
  return c.text(text)
})

imports.post('/projects/:slug/imports/:draft/confirmation', accept('param', draftParam), accept('form', confirmationFields), async (c) => {
  const { house, project, coder } = c.var
  const draft = await findDraft(house, project.id, c.req.valid('param').draft)
  const fields = c.req.valid('form')
  const shared = sharedRolesOf(fields, sharedSpeakers((await findVerdicts(house, draft.id)) ?? []))
  const { actId } = await confirmDraft(house, { projectId: project.id, coderId: coder.id, draftId: draft.id, wishes: wishesOf(fields), shared })
  return c.redirect(`/projects/${project.slug}/imports?done=${actId}`, 303)
})

imports.post('/projects/:slug/imports/:draft/cancellation', accept('param', draftParam), async (c) => {
  const { house, project } = c.var
  await cancelDraft(house, project.id, c.req.valid('param').draft)
  return c.redirect(`/projects/${project.slug}/imports`, 303)
})
