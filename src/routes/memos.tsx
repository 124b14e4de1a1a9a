import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { MemoSection } from '../../views/memos/memo-section.tsx'
import { Listed, MemoPage, MemosPage } from '../../views/memos/memos-page.tsx'
import { anchorOf, type Memo, type MemoPlace, memoTargets } from '../domain/memo.ts'
import { Refusal } from '../domain/refusal.ts'
import { memoChoices } from '../services/memo-choices.ts'
import { memoOrders, readMemo, readMemos, readMemosOn } from '../services/read-memos.ts'
import { editMemo, removeMemo, writeMemo } from '../services/write-memo.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { currentPath } from '../web/current-path.ts'
import { done, goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { show } from '../web/show.tsx'
import { baseOf, who } from './here.ts'

const memoPath = z.object({ slug: z.string(), memoId: id })
const optional = <T extends z.ZodType>(shape: T) =>
  z
    .union([z.literal('').transform(() => undefined), shape])
    .optional()
    .catch(undefined)
const narrowing = z.object({
  kind: optional(z.enum(memoTargets)),
  coder: optional(id),
  code: optional(id),
  source: optional(id),
  q: z.string().max(200).optional().catch(undefined),
  order: optional(z.enum(memoOrders)),
  page: id.optional().catch(undefined),
})
const text = z.object({ text: z.string(), back: z.string().optional() })
const none = z
  .literal('')
  .optional()
  .transform(() => null)
const writing = z.union([
  text.extend({ kind: z.enum(memoTargets).exclude(['finding']), id }),
  text.extend({ kind: z.literal('finding'), caseId: id, codeId: id, questionId: none }),
  text.extend({ kind: z.literal('finding'), caseId: id, codeId: none, questionId: id }),
])
const at = '/projects/:slug/memos/:memoId{[0-9]+}'

/** Memos: the page of all, one at its address, and writing, editing, removing them wherever they stand. */
export const memos = new Hono<AppEnv>()

memos.get('/projects/:slug/memos', accept('query', narrowing), async (c) => {
  const { house, project, reader } = c.var
  const { page = 1, ...filter } = c.req.valid('query')
  const narrowed = { ...filter, coderId: filter.coder, codeId: filter.code, sourceId: filter.source, words: filter.q }
  const listed = await readMemos(house.read, project.id, narrowed, page)
  const choices = await memoChoices(house, project.id)
  const frame = { title: reader.say('memo.page-title'), place: 'memos', layout: 'page', scripts: ['memos.js'] } as const
  return show(c, frame, <MemosPage base={baseOf(c)} projectId={project.id} listed={listed} choices={choices} filter={filter} />)
})

memos.get(at, accept('param', memoPath), async (c) => {
  const { house, project, reader } = c.var
  const memo = await readMemo(house, project.id, c.req.valid('param').memoId)
  if (!memo) throw new Refusal('not-found', 'refusal.no-memo')
  return show(c, { title: reader.say('memo.one'), place: 'memos', layout: 'page' }, <MemoPage base={baseOf(c)} memo={memo} />)
})

memos.post('/projects/:slug/memos', accept('form', writing), async (c) => {
  const { text: words, back, ...place } = c.req.valid('form')
  await writeMemo(c.var.house, { ...who(c), place, text: words })
  if (onMemosPage(c)) return goTo(c, `${baseOf(c)}/memos`, { said: c.var.reader.say('memo.written'), undoTo: `${baseOf(c)}/undo` })
  return answer(c, place, back, 'memo.written')
})

memos.post(at, accept('param', memoPath), accept('form', text), async (c) => {
  const { back, ...form } = c.req.valid('form')
  const memo = await editMemo(c.var.house, { ...who(c), ...c.req.valid('param'), ...form })
  return onMemosPage(c) ? answerListed(c, memo, 'memo.edited') : answer(c, memo.place, back, 'memo.edited')
})

memos.post(`${at}/removal`, accept('param', memoPath), accept('form', z.object({ back: z.string().optional() })), async (c) => {
  const memo = await removeMemo(c.var.house, { ...who(c), ...c.req.valid('param') })
  return onMemosPage(c) ? answerListed(c, memo, 'memo.removed') : answer(c, memo.place, c.req.valid('form').back, 'memo.removed')
})

/** Where memos of many things stand, not those of one. */
function onMemosPage(c: Context<AppEnv>): boolean {
  return currentPath(c)?.startsWith(`${baseOf(c)}/memos`) ?? false
}

/** The memos of the thing anew. Without JavaScript: the page on which the form stood. */
async function answer(c: Context<AppEnv>, place: MemoPlace, back: string | undefined, said: TextKey): Promise<Response> {
  const { house, project, reader } = c.var
  const shown = await readMemosOn(house, project.id, place)
  return done(
    c,
    localPath(back, `${baseOf(c)}/memos`),
    { said: reader.say(said), undoTo: `${baseOf(c)}/undo` },
    <hx-partial hx-target={`#${anchorOf(place)}`} hx-swap="outerHTML">
      <MemoSection base={baseOf(c)} place={place} memos={shown} />
    </hx-partial>,
  )
}

/** The memo anew in the list of all; nothing in its place where it is removed. */
async function answerListed(c: Context<AppEnv>, { id: memoId }: Memo, said: TextKey): Promise<Response> {
  const { house, project, reader } = c.var
  const memo = await readMemo(house, project.id, memoId)
  return done(
    c,
    `${baseOf(c)}/memos`,
    { said: reader.say(said), undoTo: `${baseOf(c)}/undo` },
    <hx-partial hx-target={`#memo-${memoId}`} hx-swap="outerHTML">
      {memo && <Listed base={baseOf(c)} memo={memo} />}
    </hx-partial>,
  )
}
