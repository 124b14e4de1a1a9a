import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { CodePanel } from '../../views/codebook/code-panel.tsx'
import { CodeTree } from '../../views/codebook/code-tree.tsx'
import { Codebook, CodebookHead, NewCode } from '../../views/codebook/codebook.tsx'
import { CodebookChanges } from '../../views/codebook/codebook-changes.tsx'
import { createCode } from '../services/create-code.ts'
import { editCode } from '../services/edit-code.ts'
import { importCodebook } from '../services/import-codebook.ts'
import { mergeCodes } from '../services/merge-codes.ts'
import { type MoveTo, moveCode } from '../services/move-code.ts'
import { readCodebookOf } from '../services/read-codebook.ts'
import { readCodebookChanges } from '../services/read-codebook-changes.ts'
import { removeCode } from '../services/remove-code.ts'
import { restoreCode, retireCode } from '../services/retire-code.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id, optionalId } from '../web/accept.ts'
import { done, goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { markFresh } from './fresh.ts'
import { baseOf, who } from './here.ts'
import { codebookChoice, codesOf } from './projects.tsx'

const codePath = z.object({ slug: z.string(), codeId: id })
const parentId = z.union([z.literal('').transform(() => null), id])
const text = z.string().default('')
const color = z.union([z.literal('').transform(() => null), id.max(8)])
const edit = z.object({
  label: z.string(),
  color,
  definition: text,
  whenToUse: text,
  whenNot: text,
  example: text,
})
const move = z.discriminatedUnion('to', [
  z.object({ to: z.enum(['up', 'down', 'in', 'out']) }),
  z.object({ to: z.literal('under'), parentId }),
  z.object({ to: z.enum(['before', 'after']), siblingId: id }),
])
/** The code that stays open at the right, where an act is on another: what is written there must not go. */
const open = z.object({ open: optionalId })
const at = '/projects/:slug/codes/:codeId{[0-9]+}'

/** The codebook's page and every act on a code. */
export const codebook = new Hono<AppEnv>()

/** An act on a code draws rows anew: what is marked stays marked. */
codebook.use('/projects/:slug/codes/*', async (c, next) => {
  await markFresh(c)
  await next()
})

codebook.get('/projects/:slug/codebook', accept('query', z.object({ code: optionalId })), async (c) => {
  const { house, project, coder, reader } = c.var
  await markFresh(c)
  const book = { ...(await readCodebookOf(house, project.id, coder.id, c.req.valid('query').code)), base: `/projects/${project.slug}` }
  if (c.req.header('HX-Request')) return show(c, null, <CodePanel {...book} />)
  return show(
    c,
    { title: reader.say('codebook.title'), place: 'codebook', layout: 'page', scripts: ['codebook.js', 'code-drag.js', 'code-menu.js'] },
    <Codebook {...book} />,
  )
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
  const form = c.req.valid('form')
  const codeId = await createCode(c.var.house, { ...who(c), ...form })
  return answerCodebook(c, { codeId, said: 'codebook.created', another: true, newUnder: form.parentId })
})

codebook.post(at, accept('param', codePath), accept('form', edit), async (c) => {
  const { codeId } = c.req.valid('param')
  await editCode(c.var.house, { ...who(c), codeId, edit: c.req.valid('form') })
  return answerCodebook(c, { codeId, said: 'codebook.saved' })
})

codebook.post(`${at}/label`, accept('param', codePath), accept('form', open.extend({ label: z.string() })), async (c) => {
  const { codeId } = c.req.valid('param')
  const form = c.req.valid('form')
  await editCode(c.var.house, { ...who(c), codeId, edit: { label: form.label } })
  return answerCodebook(c, { codeId, said: 'codebook.saved', open: form.open })
})

codebook.post(`${at}/color`, accept('param', codePath), accept('form', open.extend({ color })), async (c) => {
  const { codeId } = c.req.valid('param')
  const form = c.req.valid('form')
  await editCode(c.var.house, { ...who(c), codeId, edit: { color: form.color } })
  return answerCodebook(c, { codeId, said: 'codebook.recolored', open: form.open })
})

codebook.post(`${at}/move`, accept('param', codePath), accept('form', z.intersection(move, open)), async (c) => {
  const { codeId } = c.req.valid('param')
  const form = c.req.valid('form')
  await moveCode(c.var.house, { ...who(c), codeId, to: placeOf(form) })
  return answerCodebook(c, { codeId, said: 'codebook.moved', open: form.open })
})

codebook.post(`${at}/retirement`, accept('param', codePath), accept('form', open), async (c) => {
  const { codeId } = c.req.valid('param')
  await retireCode(c.var.house, { ...who(c), codeId })
  return answerCodebook(c, { codeId, said: 'codebook.did-retire', ...c.req.valid('form') })
})

codebook.post(`${at}/restoration`, accept('param', codePath), accept('form', open), async (c) => {
  const { codeId } = c.req.valid('param')
  await restoreCode(c.var.house, { ...who(c), codeId })
  return answerCodebook(c, { codeId, said: 'codebook.did-restore', ...c.req.valid('form') })
})

codebook.post(`${at}/removal`, accept('param', codePath), accept('form', open), async (c) => {
  const { codeId } = c.req.valid('param')
  const gone = await removeCode(c.var.house, { ...who(c), codeId })
  const stays = c.req.valid('form').open
  return answerCodebook(c, { codeId: undefined, said: 'codebook.removed', gone, another: true, open: stays === codeId ? undefined : stays })
})

codebook.post(`${at}/merger`, accept('param', codePath), accept('form', z.object({ intoId: id })), async (c) => {
  const { intoId } = c.req.valid('form')
  const { label } = await mergeCodes(c.var.house, { ...who(c), codeId: c.req.valid('param').codeId, intoId })
  return answerCodebook(c, { codeId: intoId, said: 'codebook.merged', gone: label, another: true })
})

codebook.post('/projects/:slug/codebook/file', accept('form', codebookChoice), async (c) => {
  const merged = await importCodebook(c.var.house, { ...who(c), codes: await codesOf(c.req.valid('form')) })
  const base = baseOf(c)
  return goTo(c, `${base}/codebook`, { said: c.var.reader.say('codebook.imported', merged), undoTo: `${base}/undo` })
})

function placeOf(form: z.infer<typeof move>): MoveTo {
  if ('siblingId' in form) return form.to === 'before' ? { before: form.siblingId } : { after: form.siblingId }
  return 'parentId' in form ? { parentId: form.parentId } : form.to
}

type Told = {
  /** The code that the act was on, if it is still there. */
  codeId: number | undefined
  said: TextKey
  gone?: string
  /** The code that is open stays so. */
  open?: number | undefined
  /** The fields at the right are those of another code than before: what stood in them must not stay. */
  another?: boolean
  newUnder?: number | null
}

/** The codebook as it is after an act: its head, its tree, the code that is open, the form of a new one. */
export async function answerCodebook(c: Context<AppEnv>, { codeId, said, gone, open, another = false, newUnder }: Told): Promise<Response> {
  const base = baseOf(c)
  const shown = open ?? codeId
  const book = { ...(await readCodebookOf(c.var.house, c.var.project.id, c.var.coder.id, shown)), base, newUnder }
  const node = book.all.find((one) => one.id === codeId)
  const above = book.all.find((one) => one.id === node?.parentId)?.label
  const key = said === 'codebook.moved' && above !== undefined ? 'codebook.moved-under' : said
  const named = { label: gone ?? node?.label ?? '', key: node?.key ?? '', into: node?.label ?? '', above: above ?? '' }
  const toast = { said: c.var.reader.say(key, named), undoTo: `${base}/undo` }
  const back = shown === undefined ? `${base}/codebook` : `${base}/codebook?code=${shown}#code`
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
      <hx-partial hx-target="#code" hx-swap={another && open === undefined ? 'outerHTML' : 'outerMorph'}>
        <CodePanel {...book} />
      </hx-partial>
      <hx-partial hx-target="#new-code" hx-swap="outerHTML">
        <NewCode {...book} />
      </hx-partial>
    </>,
  )
}
