import { Hono } from 'hono'
import { z } from 'zod'
import { DraftFileAnswer } from '../../views/imports/draft-file-answer.tsx'
import { DraftRepairs } from '../../views/imports/draft-repairs.tsx'
import { DraftSources } from '../../views/imports/draft-sources.tsx'
import { DraftText } from '../../views/imports/draft-text.tsx'
import { Refusal } from '../domain/refusal.ts'
import { findDraft } from '../services/imports/draft-folder.ts'
import { listDraftRepairs, repairsWished } from '../services/imports/draft-repairs.ts'
import { listDraftSources, settleDraftSources } from '../services/imports/draft-sources.ts'
import { findVerdicts } from '../services/imports/draft-state.ts'
import { previewDraft } from '../services/imports/preview-draft.ts'
import { readAgain } from '../services/imports/read-again.ts'
import { readDraftText } from '../services/imports/read-draft-text.ts'
import { settleDraft } from '../services/imports/settle-draft.ts'
import { accept, offset } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { draftFields, draftFormOf, leftFor, madeOf, sourceFieldsOf } from './import-fields.ts'

const fileParam = z.object({ slug: z.string(), draft: z.string(), n: offset })
const textParam = fileParam.extend({ nth: offset })
const page = z.coerce.number().int().positive().default(1)
const repairsQuery = z.object({ kind: z.string().regex(/^[a-z-]{1,40}$/), page })

/** One file of a draft: how it is read, its text, and the lists that are too long for the preview. */
export const draftFiles = new Hono<AppEnv>()

/** Read a file otherwise, or leave the preview for a page of the file. The whole form comes along, so that nothing written in it is lost. */
draftFiles.post('/projects/:slug/imports/:draft/files/:n/reading', accept('param', fileParam), accept('form', draftFields), async (c) => {
  const { house, pool, project } = c.var
  const { n } = c.req.valid('param')
  const draft = await findDraft(house, project.id, c.req.valid('param').draft)
  const verdicts = await findVerdicts(house, draft)
  if (!verdicts) throw new Refusal('conflict', 'refusal.import-still-reading')
  const { wished } = await settleDraft(house, draft, verdicts, draftFormOf(c.req.valid('form')))
  const read = wished.size > 0 ? await readAgain(house, pool, draft, wished) : { verdicts }
  const path = `/projects/${project.slug}/imports/${draft.id}`
  const to = 'verdicts' in read ? leftFor(c.req.valid('form')) : null
  if (to !== null || !c.req.header('HX-Request')) return c.redirect(to === null ? `${path}#file-${n}` : `${path}/files/${n}/${to}`, 303)
  const alone = [...wished.keys()].every((one) => one === n)
  if (!alone || !('verdicts' in read)) {
    c.header('HX-Refresh', 'true')
    return c.body(null, 200)
  }
  const preview = await previewDraft(house, draft, read.verdicts)
  return show(c, null, <DraftFileAnswer path={path} preview={preview} n={n} />)
})

draftFiles.get('/projects/:slug/imports/:draft/files/:n/sources', accept('param', fileParam), accept('query', z.object({ page })), async (c) => {
  const { house, project, reader } = c.var
  const { draft: draftId, n } = c.req.valid('param')
  const draft = await findDraft(house, project.id, draftId)
  const shown = await listDraftSources(house, draft, n, c.req.valid('query').page)
  const path = `/projects/${project.slug}/imports/${draft.id}`
  const title = `${reader.say('import.sources-in')} ${shown.name}`
  return show(c, { title, place: 'sources', layout: 'page' }, <DraftSources path={path} shown={shown} />)
})

draftFiles.post('/projects/:slug/imports/:draft/files/:n/sources', accept('param', fileParam), accept('form', draftFields), async (c) => {
  const { house, project } = c.var
  const { draft: draftId, n } = c.req.valid('param')
  const draft = await findDraft(house, project.id, draftId)
  const fields = c.req.valid('form')
  await settleDraftSources(house, draft, n, sourceFieldsOf(fields, n))
  const to = /^\d+$/.test(fields['next'] ?? '') ? `sources?page=${fields['next']}` : leftFor(fields)
  return c.redirect(`/projects/${project.slug}/imports/${draft.id}${to === null ? `#file-${n}` : `/files/${n}/${to}`}`, 303)
})

draftFiles.get('/projects/:slug/imports/:draft/files/:n/repairs', accept('param', fileParam), accept('query', repairsQuery), async (c) => {
  const { house, project, reader } = c.var
  const { draft: draftId, n } = c.req.valid('param')
  const { kind, page } = c.req.valid('query')
  const draft = await findDraft(house, project.id, draftId)
  const shown = await listDraftRepairs(house, draft, n, kind, page)
  const title = `${reader.say('import.repaired-in')} ${shown.name}`
  return show(c, { title, place: 'sources', layout: 'page' }, <DraftRepairs path={`/projects/${project.slug}/imports/${draft.id}`} shown={shown} />)
})

draftFiles.post(
  '/projects/:slug/imports/:draft/files/:n/repairs',
  accept('param', fileParam),
  accept('query', repairsQuery),
  accept('form', draftFields),
  async (c) => {
    const { house, pool, project } = c.var
    const { draft: draftId, n } = c.req.valid('param')
    const draft = await findDraft(house, project.id, draftId)
    const { kind, page } = c.req.valid('query')
    await listDraftRepairs(house, draft, n, kind, page)
    const reading = await repairsWished(house, draft, n, madeOf(c.req.valid('form'), n))
    await readAgain(house, pool, draft, new Map([[n, reading]]))
    const { next } = c.req.valid('form')
    const path = `/projects/${project.slug}/imports/${draft.id}`
    return c.redirect(/^\d+$/.test(next ?? '') ? `${path}/files/${n}/repairs?kind=${kind}&page=${next}` : `${path}#file-${n}`, 303)
  },
)

draftFiles.get('/projects/:slug/imports/:draft/files/:n/texts/:nth', accept('param', textParam), async (c) => {
  const { house, project } = c.var
  const { draft, n, nth } = c.req.valid('param')
  const text = await readDraftText(house, project.id, draft, n, nth)
  const path = `/projects/${project.slug}/imports/${draft}`
  return show(c, { title: text.title, place: 'sources', layout: 'page draft-text' }, <DraftText path={path} n={n} text={text} />)
})

draftFiles.get('/projects/:slug/imports/:draft/files/:n/texts/:nth/plain', accept('param', textParam), async (c) => {
  const { draft, n, nth } = c.req.valid('param')
  const { text } = await readDraftText(c.var.house, c.var.project.id, draft, n, nth)
  return c.text(text)
})
