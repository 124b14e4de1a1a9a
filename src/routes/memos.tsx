import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { MemoSection } from '../../views/memos/memo-section.tsx'
import { MemoPage, MemosPage } from '../../views/memos/memos-page.tsx'
import { type MemoTarget, memoTargets } from '../domain/memo.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCodersOf } from '../services/list-coders.ts'
import { readMemo, readMemos, readMemosOn } from '../services/read-memos.ts'
import { editMemo, removeMemo, writeMemo } from '../services/write-memo.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { currentPath } from '../web/current-path.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'

const memoPath = z.object({ slug: z.string(), memoId: id })
const optional = <T extends z.ZodType>(shape: T) =>
  z
    .union([z.literal('').transform(() => undefined), shape])
    .optional()
    .catch(undefined)
const narrowing = z.object({ kind: optional(z.enum(memoTargets)), coder: optional(id), q: z.string().max(200).optional().catch(undefined) })
const text = z.object({ text: z.string() })
const at = '/projects/:slug/memos/:memoId{[0-9]+}'

/** Memos: the page of all, one at its address, and writing, editing, removing them wherever they stand. */
export const memos = new Hono<AppEnv>()

memos.get('/projects/:slug/memos', accept('query', narrowing), async (c) => {
  const { house, project, reader } = c.var
  const filter = c.req.valid('query')
  const listed = await readMemos(house, project.id, { kind: filter.kind, coderId: filter.coder, words: filter.q })
  const frame = { title: reader.say('memo.page-title'), place: 'memos', layout: 'page' } as const
  const coders = await listCodersOf(house)
  return show(c, frame, <MemosPage base={`/projects/${project.slug}`} projectId={project.id} memos={listed} coders={coders} filter={filter} />)
})

memos.get(at, accept('param', memoPath), async (c) => {
  const { house, project, reader } = c.var
  const memo = await readMemo(house, project.id, c.req.valid('param').memoId)
  if (!memo) throw new Refusal('not-found', 'refusal.no-memo')
  return show(c, { title: reader.say('memo.one'), place: 'memos', layout: 'page' }, <MemoPage base={`/projects/${project.slug}`} memo={memo} />)
})

memos.post('/projects/:slug/memos', accept('form', z.object({ kind: z.enum(memoTargets), id, text: z.string() })), async (c) => {
  const { text: words, ...target } = c.req.valid('form')
  await writeMemo(c.var.house, { ...who(c), target, text: words })
  return answer(c, target, 'memo.written')
})

memos.post(at, accept('param', memoPath), accept('form', text), async (c) => {
  const { target } = await editMemo(c.var.house, { ...who(c), ...c.req.valid('param'), ...c.req.valid('form') })
  return answer(c, target, 'memo.edited')
})

memos.post(`${at}/removal`, accept('param', memoPath), async (c) => {
  const { target } = await removeMemo(c.var.house, { ...who(c), ...c.req.valid('param') })
  return answer(c, target, 'memo.removed')
})

function who(c: Context<AppEnv>): { projectId: number; coderId: number } {
  return { projectId: c.var.project.id, coderId: c.var.coder.id }
}

/** The memos of the thing anew. Without JavaScript: the page of memos, for the forms stand on many pages. */
async function answer(c: Context<AppEnv>, target: MemoTarget, said: TextKey): Promise<Response> {
  const { house, project, reader } = c.var
  const base = `/projects/${project.slug}`
  const onPage = currentPath(c)?.startsWith(`${base}/memos`) ?? false
  const shown = onPage && target.kind === 'project' ? [] : await readMemosOn(house, project.id, target)
  return done(
    c,
    `${base}/memos`,
    { said: reader.say(said), undoTo: `${base}/undo` },
    <hx-partial hx-target={`#memos-${target.kind}-${target.id}`} hx-swap="outerHTML">
      <MemoSection base={base} target={target} memos={shown} />
    </hx-partial>,
  )
}
