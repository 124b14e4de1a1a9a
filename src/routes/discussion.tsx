import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { DiscussionPage } from '../../views/review/discussion-page.tsx'
import { LiveReview, ReviewParts } from '../../views/review/live-review.tsx'
import { TargetPage } from '../../views/review/target-page.tsx'
import { kindsIn } from '../domain/act.ts'
import { threadTargets } from '../domain/thread.ts'
import { openThread, reopenThread, replyToThread, resolveThread, settleMemo } from '../services/discuss.ts'
import { followKinds } from '../services/follow-kinds.ts'
import { readDiscussion, readDiscussionOn } from '../services/read-discussion.ts'
import { markSeen, signOff, withdrawSignOff } from '../services/sign-off.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { personMay } from '../web/person.ts'
import { show } from '../web/show.tsx'
import { streamActs } from './stream-acts.ts'

const at = '/projects/:slug/discussion'
const onPath = z.object({ slug: z.string(), kind: z.enum(threadTargets), id })
const threadPath = z.object({ slug: z.string(), threadId: id })
const words = z.object({ text: z.string().max(20_000), back: z.string().optional() })
const back = z.object({ back: z.string().optional() })
const signing = z.object({ kind: z.enum(['code', 'source']), id, signed: z.enum(['yes', 'no']), back: z.string().optional() })

/** Taking back an answer changes the review as well. */
const ofReview = [...kindsIn('review'), ...kindsIn('undoing')]

/** Talking about codings, codes, memos, findings and sources; approving; and what is new. */
export const discussion = new Hono<AppEnv>()

discussion.get(at, async (c) => {
  const { house, project, coder, reader } = c.var
  const read = await readDiscussion(house, { projectId: project.id, coderId: coder.id })
  return live(c, { title: reader.say('discuss.title'), layout: 'page' }, read.news.newest, <DiscussionPage slug={project.slug} {...read} />)
})

/** The page, which goes on by itself while it is read; or its parts alone, when it asks for them. */
function live(c: Context<AppEnv>, frame: { title: string; layout: string }, actId: number, view: Child): Response | Promise<Response> {
  const parts = <ReviewParts>{view}</ReviewParts>
  if (c.req.header('HX-Request')) return show(c, null, parts)
  return show(
    c,
    { ...frame, scripts: ['review-live.js'] },
    <LiveReview slug={c.var.project.slug} actId={actId}>
      {parts}
    </LiveReview>,
  )
}

discussion.get(`${at}/events`, accept('query', z.object({ since: z.coerce.number().int().nonnegative().optional().catch(undefined) })), (c) => {
  const { house, project, coder } = c.var
  const last = Math.max(c.req.valid('query').since ?? 0, Number(c.req.header('Last-Event-ID')) || 0)
  return streamActs(c, (tell) =>
    followKinds(house, ofReview, { projectId: project.id, coderId: coder.id, codes: personMay(c.var.person, 'code'), since: last || undefined }, tell),
  )
})

discussion.get(`${at}/:kind/:id{[0-9]+}`, accept('param', onPath), async (c) => {
  const { kind, id } = c.req.valid('param')
  const { house, project, reader } = c.var
  const read = await readDiscussionOn(house, project.id, { kind, id })
  return live(c, { title: reader.say('discuss.title'), layout: 'page start' }, read.newest, <TargetPage slug={project.slug} {...read} />)
})

discussion.post(`${at}/:kind/:id{[0-9]+}/threads`, accept('param', onPath), accept('form', words), async (c) => {
  const { kind, id } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  const { text, back } = c.req.valid('form')
  await openThread(house, { projectId: project.id, coderId: coder.id, target: { kind, id }, text })
  const to = localPath(back, `/projects/${project.slug}/discussion/${kind}/${id}`)
  return goTo(c, to, { said: reader.say('discuss.opened'), undoTo: `/projects/${project.slug}/undo` })
})

discussion.post(`${at}/threads/:threadId{[0-9]+}/comments`, accept('param', threadPath), accept('form', words), async (c) => {
  const { house, project, coder, reader } = c.var
  const { text, back } = c.req.valid('form')
  await replyToThread(house, { projectId: project.id, coderId: coder.id, threadId: c.req.valid('param').threadId, text })
  const to = localPath(back, `/projects/${project.slug}/discussion`)
  return goTo(c, to, { said: reader.say('discuss.replied'), undoTo: `/projects/${project.slug}/undo` })
})

for (const [noun, change, said] of [
  ['resolution', resolveThread, 'discuss.resolved-now'],
  ['reopening', reopenThread, 'discuss.reopened'],
] as const)
  discussion.post(`${at}/threads/:threadId{[0-9]+}/${noun}`, accept('param', threadPath), accept('form', back), async (c) => {
    const { house, project, coder, reader } = c.var
    await change(house, { projectId: project.id, coderId: coder.id, threadId: c.req.valid('param').threadId })
    const to = localPath(c.req.valid('form').back, `/projects/${project.slug}/discussion`)
    return goTo(c, to, { said: reader.say(said), undoTo: `/projects/${project.slug}/undo` })
  })

discussion.post(`${at}/memos/:memoId{[0-9]+}/resolution`, accept('param', z.object({ slug: z.string(), memoId: id })), accept('form', back), async (c) => {
  const { house, project, coder, reader } = c.var
  await settleMemo(house, { projectId: project.id, coderId: coder.id, memoId: c.req.valid('param').memoId })
  const to = localPath(c.req.valid('form').back, `/projects/${project.slug}/discussion`)
  return goTo(c, to, { said: reader.say('discuss.settled-memo'), undoTo: `/projects/${project.slug}/undo` })
})

discussion.post(`${at}/approvals`, accept('form', signing), async (c) => {
  const { kind, id, signed, back } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  await (signed === 'yes' ? signOff : withdrawSignOff)(house, { projectId: project.id, coderId: coder.id, target: { kind, id } })
  const to = localPath(back, `/projects/${project.slug}/discussion`)
  return goTo(c, to, { said: reader.say(signed === 'yes' ? 'discuss.signed-now' : 'discuss.withdrawn'), undoTo: `/projects/${project.slug}/undo` })
})

discussion.post(`${at}/seen`, async (c) => {
  const { house, project, coder, reader } = c.var
  await markSeen(house, { projectId: project.id, coderId: coder.id })
  return goTo(c, `/projects/${project.slug}/discussion`, { said: reader.say('discuss.seen-now'), undoTo: `/projects/${project.slug}/undo` })
})
