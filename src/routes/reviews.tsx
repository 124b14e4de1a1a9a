import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ReviewPage, WaitingList } from '../../views/texts/review-page.tsx'
import { countWaiting } from '../services/count-waiting.ts'
import { readReviews } from '../services/read-reviews.ts'
import { dropReview, type Placing, type Settled, settleAll, settleReview } from '../services/settle-review.ts'
import { accept, id, offset } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { sourcePath } from './transcript-view.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const reviewPath = z.object({ slug: z.string(), reviewId: id })
const placing = z.discriminatedUnion('at', [
  z.object({ at: z.literal('guess') }),
  z.object({ at: z.literal('words'), from: z.string().max(500), to: z.string().max(500).default('') }),
  z.object({ at: z.literal('span'), start: offset, end: offset, versionId: id }),
])

/** What waits since a text was changed, and settling it. */
export const reviews = new Hono<AppEnv>()

reviews.get('/projects/:slug/review', async (c) => {
  const { house, project, reader } = c.var
  const { sources } = await countWaiting(house.read, project.id)
  return show(
    c,
    { title: reader.say('review.title'), place: 'sources', layout: 'page' },
    <WaitingList project={`/projects/${project.slug}`} sources={sources} />,
  )
})

reviews.get('/projects/:slug/sources/:sourceId{[0-9]+}/review', accept('param', path), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { house, project, reader } = c.var
  const { source, reviews: waiting } = await readReviews(house, project.id, sourceId)
  const frame = { title: reader.say('review.title-of', { name: source.title }), place: 'sources', layout: 'page', scripts: ['review.js'] } as const
  return show(c, frame, <ReviewPage project={`/projects/${slug}`} path={sourcePath(slug, sourceId)} source={source} reviews={waiting} />)
})

reviews.post('/projects/:slug/sources/:sourceId{[0-9]+}/review/acceptance', accept('param', path), async (c) => {
  const { sourceId } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  const n = await settleAll(house, { projectId: project.id, coderId: coder.id, sourceId })
  return backToReview(c, { sourceId, kind: 'quotation' }, reader.say('review.settled-all', { n }))
})

reviews.post('/projects/:slug/reviews/:reviewId{[0-9]+}/placing', accept('param', reviewPath), accept('form', placing), async (c) => {
  const { house, project, coder, reader } = c.var
  const settled = await settleReview(house, {
    projectId: project.id,
    coderId: coder.id,
    reviewId: c.req.valid('param').reviewId,
    placing: placingOf(c.req.valid('form')),
  })
  return backToReview(c, settled, reader.say('review.settled'))
})

reviews.post('/projects/:slug/reviews/:reviewId{[0-9]+}/removal', accept('param', reviewPath), accept('form', z.object({ why: z.string() })), async (c) => {
  const { house, project, coder, reader } = c.var
  const { why } = c.req.valid('form')
  const dropped = await dropReview(house, { projectId: project.id, coderId: coder.id, reviewId: c.req.valid('param').reviewId, why })
  return backToReview(c, dropped, reader.say('review.dropped'))
})

function placingOf(form: z.infer<typeof placing>): Placing {
  return form.at === 'span' ? { at: 'span', span: { start: form.start, end: form.end }, versionId: form.versionId } : form
}

function backToReview(c: Context<AppEnv>, { sourceId }: Settled, said: string): Response {
  const { slug } = c.var.project
  return goTo(c, `${sourcePath(slug, sourceId)}/review`, { said, undoTo: `/projects/${slug}/undo` })
}
