import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { CodePanel } from '../../views/codebook/code-panel.tsx'
import { Codebook, CodebookHead, CodeTree, NewCode } from '../../views/codebook/codebook.tsx'
import { CodebookChanges } from '../../views/codebook/codebook-changes.tsx'
import { createCode } from '../services/create-code.ts'
import { editCode } from '../services/edit-code.ts'
import { importCodebook } from '../services/import-codebook.ts'
import { mergeCodes } from '../services/merge-codes.ts'
import { moveCode } from '../services/move-code.ts'
import { readCodebookOf } from '../services/read-codebook.ts'
import { readCodebookChanges } from '../services/read-codebook-changes.ts'
import { removeCode } from '../services/remove-code.ts'
import { restoreCode, retireCode } from '../services/retire-code.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { done, goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { codebookChoice, codesOf } from './projects.tsx'

const codePath = z.object({ slug: z.string(), codeId: id })
const parentId = z.union([z.literal('').transform(() => null), id])
const text = z.string().default('')
const edit = z.object({
  label: z.string(),
  color: z.union([z.literal('').transform(() => null), id.max(8)]),
  definition: text,
  whenToUse: text,
  whenNot: text,
  example: text,
})
const move = z.discriminatedUnion('to', [
  z.object({ to: z.literal('up') }),
  z.object({ to: z.literal('down') }),
  z.object({ to: z.literal('under'), parentId }),
])
const at = '/projects/:slug/codes/:codeId{[0-9]+}'

/** The codebook's page and every act on a code. */
export const codebook = new Hono<AppEnv>()

codebook.get('/projects/:slug/codebook', accept('query', z.object({ code: id.optional().catch(undefined) })), async (c) => {
  const { house, project, coder, reader } = c.var
  const book = { ...(await readCodebookOf(house, project.id, coder.id, c.req.valid('query').code)), base: `/projects/${project.slug}` }
  if (c.req.header('HX-Request')) return show(c, null, <CodePanel {...book} />)
  return show(c, { title: reader.say('codebook.title'), place: 'codebook', layout: 'page', scripts: ['codebook.js'] }, <Codebook {...book} />)
})

const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine((one) => !Number.isNaN(Date.parse(`${one}T00:00:00`)))
  .optional()
  .catch(undefined)

codebook.get('/projects/:slug/codebook/changes', accept('query', z.object({ since: day })), async (c) => {
  const { house, project, reader } = c.var
  const monthAgo = new Date(Date.now() - 30 * 24 * 3600 * 1000).toISOString().slice(0, 10)
  const told = await readCodebookChanges(house, project.id, c.req.valid('query').since ?? monthAgo)
  return show(c, { title: reader.say('codebook.changes'), place: 'codebook', layout: 'page' }, <CodebookChanges base={`/projects/${project.slug}`} {...told} />)
})

codebook.post('/projects/:slug/codes', accept('form', z.object({ label: z.string(), parentId })), async (c) => {
  const codeId = await createCode(c.var.house, { ...who(c), ...c.req.valid('form') })
  return answer(c, codeId, 'codebook.created')
})

codebook.post(at, accept('param', codePath), accept('form', edit), async (c) => {
  const { codeId } = c.req.valid('param')
  await editCode(c.var.house, { ...who(c), codeId, edit: c.req.valid('form') })
  return answer(c, codeId, 'codebook.saved')
})

codebook.post(`${at}/move`, accept('param', codePath), accept('form', move), async (c) => {
  const { codeId } = c.req.valid('param')
  const form = c.req.valid('form')
  await moveCode(c.var.house, { ...who(c), codeId, to: form.to === 'under' ? { parentId: form.parentId } : form.to })
  return answer(c, codeId, 'codebook.moved')
})

codebook.post(`${at}/retirement`, accept('param', codePath), async (c) => {
  const { codeId } = c.req.valid('param')
  await retireCode(c.var.house, { ...who(c), codeId })
  return answer(c, codeId, 'codebook.did-retire')
})

codebook.post(`${at}/restoration`, accept('param', codePath), async (c) => {
  const { codeId } = c.req.valid('param')
  await restoreCode(c.var.house, { ...who(c), codeId })
  return answer(c, codeId, 'codebook.did-restore')
})

codebook.post(`${at}/removal`, accept('param', codePath), async (c) => {
  const label = await removeCode(c.var.house, { ...who(c), codeId: c.req.valid('param').codeId })
  return answer(c, undefined, 'codebook.removed', label)
})

codebook.post(`${at}/merger`, accept('param', codePath), accept('form', z.object({ intoId: id })), async (c) => {
  const { intoId } = c.req.valid('form')
  const { label } = await mergeCodes(c.var.house, { ...who(c), codeId: c.req.valid('param').codeId, intoId })
  return answer(c, intoId, 'codebook.merged', label)
})

codebook.post('/projects/:slug/codebook/file', accept('form', codebookChoice), async (c) => {
  const merged = await importCodebook(c.var.house, { ...who(c), codes: await codesOf(c.req.valid('form')) })
  const base = `/projects/${c.var.project.slug}`
  return goTo(c, `${base}/codebook`, { said: c.var.reader.say('codebook.imported', merged), undoTo: `${base}/undo` })
})

function who(c: Context<AppEnv>): { projectId: number; coderId: number } {
  return { projectId: c.var.project.id, coderId: c.var.coder.id }
}

async function answer(c: Context<AppEnv>, codeId: number | undefined, key: TextKey, gone?: string): Promise<Response> {
  const base = `/projects/${c.var.project.slug}`
  const book = { ...(await readCodebookOf(c.var.house, c.var.project.id, c.var.coder.id, codeId)), base }
  const toast = { said: c.var.reader.say(key, { label: gone ?? book.chosen?.label ?? '' }), undoTo: `${base}/undo` }
  // The fields of another code are not those of the one that was open: what stood in them must not stay.
  const another = key === 'codebook.created' || key === 'codebook.removed' || key === 'codebook.merged'
  const back = codeId === undefined ? `${base}/codebook` : `${base}/codebook?code=${codeId}#code`
  return done(
    c,
    back,
    toast,
    <>
      <hx-partial hx-target="#codebook-head" hx-swap="outerHTML">
        <CodebookHead {...book} />
      </hx-partial>
      <hx-partial hx-target="#codes" hx-swap="outerMorph">
        <CodeTree {...book} />
      </hx-partial>
      <hx-partial hx-target="#code" hx-swap={another ? 'outerHTML' : 'outerMorph'}>
        <CodePanel {...book} />
      </hx-partial>
      <hx-partial hx-target="#new-code" hx-swap="outerHTML">
        <NewCode {...book} />
      </hx-partial>
    </>,
  )
}
