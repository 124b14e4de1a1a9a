import { Hono } from 'hono'
import { z } from 'zod'
import { DraftFailed } from '../../views/imports/draft-failed.tsx'
import { DraftPreview } from '../../views/imports/draft-preview.tsx'
import { ImportBar } from '../../views/imports/import-bar.tsx'
import { ImportForm } from '../../views/imports/import-form.tsx'
import { Reading } from '../../views/imports/reading.tsx'
import { isOtherwise } from '../domain/reading-wish.ts'
import { Refusal } from '../domain/refusal.ts'
import { cancelDraft, confirmDraft } from '../services/imports/confirm-draft.ts'
import { findDraft, listDrafts } from '../services/imports/draft-folder.ts'
import { findVerdicts } from '../services/imports/draft-state.ts'
import { countImported, hasAnswers, hasGuideToFollow } from '../services/imports/find-import.ts'
import { previewDraft } from '../services/imports/preview-draft.ts'
import { readAgain, tryAgain } from '../services/imports/read-again.ts'
import { readDraft } from '../services/imports/read-draft.ts'
import { receiveDraft } from '../services/imports/receive-draft.ts'
import { settleDraft } from '../services/imports/settle-draft.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { sayNext } from '../web/said.ts'
import { show } from '../web/show.tsx'
import { draftFields, draftFormOf } from './import-fields.ts'

const draftParam = z.object({ slug: z.string(), draft: z.string() })
/** Milliseconds that a page waits for the last files before it shows how far the reading has come. */
const PATIENCE = 400

/** Files are received as a draft, read, looked at, and confirmed: only then is anything in the project. */
export const imports = new Hono<AppEnv>()

/** Whoever comes here is about to choose files: a thread to read them begins meanwhile. */
imports.get('/projects/:slug/imports', accept('query', z.object({ done: id.optional() })), async (c) => {
  const { house, pool, project, reader } = c.var
  pool.warm('reading')
  const { done: actId } = c.req.valid('query')
  const done = actId ? await countImported(house, project.id, actId) : 0
  const answers = done > 0 && (await hasAnswers(house, project.id))
  const toFind = done > 0 && (await hasGuideToFollow(house, project.id))
  const waiting = await listDrafts(house, project.id)
  const frame = { title: reader.say('import.title'), place: 'sources', layout: 'page start', scripts: ['import-drop.js'] } as const
  return show(c, frame, <ImportForm slug={project.slug} done={done} answers={answers} toFind={toFind} waiting={waiting} />)
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
  if (!('verdicts' in read)) {
    const view = 'failed' in read ? <DraftFailed path={path} said={read.failed} /> : <Reading path={path} progress={read.progress} />
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

imports.post('/projects/:slug/imports/:draft/confirmation', accept('param', draftParam), accept('form', draftFields), async (c) => {
  const { house, pool, project, coder, reader } = c.var
  const draft = await findDraft(house, project.id, c.req.valid('param').draft)
  const verdicts = await findVerdicts(house, draft)
  if (!verdicts) throw new Refusal('conflict', 'refusal.import-still-reading')
  const form = draftFormOf(c.req.valid('form'))
  const { wished, preview } = await settleDraft(house, draft, verdicts, form)
  const path = `/projects/${project.slug}/imports`
  if (wished.size > 0) {
    const otherwise = [...wished].some(([n, { options }]) => isOtherwise(preview.files[n]!.reading.options, options))
    const read = await readAgain(house, pool, draft, wished)
    // What would come out otherwise than anybody has seen is shown before it is kept.
    if (otherwise || !('verdicts' in read)) {
      sayNext(c, { said: reader.say('import.read-again-first') })
      return c.redirect(`${path}/${draft.id}`, 303)
    }
  }
  const { actId, sources } = await confirmDraft(house, { projectId: project.id, coderId: coder.id, draftId: draft.id, files: new Set(form.keep.keys()) })
  // A file of cases alone leads to them.
  if (sources.length === 0)
    return goTo(c, `/projects/${project.slug}/cases`, { said: reader.say('import.cases-read'), undoTo: `/projects/${project.slug}/undo` })
  return c.redirect(`${path}?done=${actId}`, 303)
})

/** A draft whose reading could not go on is begun again. */
imports.post('/projects/:slug/imports/:draft/reading', accept('param', draftParam), async (c) => {
  const { house, pool, project } = c.var
  const draft = await findDraft(house, project.id, c.req.valid('param').draft)
  await tryAgain(house, pool, draft)
  return c.redirect(`/projects/${project.slug}/imports/${draft.id}`, 303)
})

imports.post('/projects/:slug/imports/:draft/cancellation', accept('param', draftParam), async (c) => {
  const { house, project } = c.var
  await cancelDraft(house, project.id, c.req.valid('param').draft)
  return c.redirect(`/projects/${project.slug}/imports`, 303)
})
