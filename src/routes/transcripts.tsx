import { Hono } from 'hono'
import { z } from 'zod'
import { Toast } from '../../views/layout/toast.tsx'
import { AllCount } from '../../views/sources/codebook-tree.tsx'
import { CodingPage } from '../../views/sources/coding-page.tsx'
import { OverviewBars } from '../../views/sources/minimap.tsx'
import { Passage } from '../../views/sources/passage.tsx'
import { StatusSet } from '../../views/sources/status-set.tsx'
import { Suggestions } from '../../views/sources/suggestions.tsx'
import { Workspace } from '../../views/sources/workspace.tsx'
import { Refusal } from '../domain/refusal.ts'
import { sentencesOf } from '../domain/sentence.ts'
import { readShowing } from '../domain/showing.ts'
import { sourceStatuses } from '../domain/source.ts'
import { wordsOf } from '../domain/word.ts'
import { countCodes } from '../services/count-codes.ts'
import { readPassage } from '../services/read-passage.ts'
import { readTranscript } from '../services/read-transcript.ts'
import { setStatus } from '../services/set-status.ts'
import { suggestCodesFor } from '../services/suggest-codes-for.ts'
import { accept, id } from '../web/accept.ts'
import { currentPath } from '../web/current-path.ts'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { show } from '../web/show.tsx'
import { ACT } from '../web/together.ts'
import { who } from './here.ts'
import { sourcePath, transcriptView } from './transcript-view.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const reading = z.object({
  show: z.string().optional(),
  at: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .optional()
    .catch(undefined),
  focus: id.optional().catch(undefined),
})
const paragraphPath = path.extend({ number: id })
const scripts = ['workspace.js', 'side.js', 'together.js']
/** Characters of a paragraph whose sentences and words a form offers one by one: a whole interview may stand on one line. */
const MOST_OFFERED = 20_000

/** The page of a source and what is read on it. */
export const transcripts = new Hono<AppEnv>()

transcripts.get('/projects/:slug/sources/:sourceId{[0-9]+}', accept('param', path), accept('query', reading), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { show: shown, at, focus } = c.req.valid('query')
  const transcript = await readTranscript(c.var.house, c.var.project.id, sourceId, c.var.coder.id, readShowing(shown))
  return show(
    c,
    { title: transcript.source.title, place: 'sources', layout: 'workspace', scripts },
    <Workspace of={transcriptView(slug, transcript)} focus={focus} at={at} />,
  )
})

/** The overview of another choice of codings, for a page that shows them by itself. */
transcripts.get('/projects/:slug/sources/:sourceId{[0-9]+}/overview', accept('param', path), accept('query', reading), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const transcript = await readTranscript(c.var.house, c.var.project.id, sourceId, c.var.coder.id, readShowing(c.req.valid('query').show))
  return show(c, null, <OverviewBars of={transcriptView(slug, transcript)} />)
})

transcripts.get('/projects/:slug/sources/:sourceId{[0-9]+}/passage', accept('param', path), accept('query', z.object({ paragraph: id })), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { paragraph: number } = c.req.valid('query')
  const transcript = await readPassage(c.var.house, c.var.project.id, sourceId, c.var.coder.id)
  const paragraph = transcript.paragraphs.find((one) => one.number === number)
  c.header(ACT, `${transcript.actId}`)
  return show(c, null, <Passage of={transcriptView(slug, transcript)} paragraph={paragraph} />)
})

transcripts.get('/projects/:slug/sources/:sourceId{[0-9]+}/suggestions', accept('param', path), accept('query', z.object({ paragraph: id })), async (c) => {
  const { sourceId } = c.req.valid('param')
  const { paragraph } = c.req.valid('query')
  const suggestions = await suggestCodesFor(c.var.house, { ...who(c), sourceId, paragraph })
  return show(c, null, <Suggestions paragraph={paragraph} suggestions={suggestions} />)
})

transcripts.get('/projects/:slug/sources/:sourceId{[0-9]+}/paragraphs/:number{[0-9]+}', accept('param', paragraphPath), async (c) => {
  const { slug, sourceId, number } = c.req.valid('param')
  const transcript = await readTranscript(c.var.house, c.var.project.id, sourceId, c.var.coder.id)
  const paragraph = transcript.paragraphs.find((one) => one.number === number)
  if (!paragraph) throw new Refusal('not-found', 'refusal.no-paragraph')
  const start = paragraph.labels.reduce((end, label) => Math.max(end, Math.min(label.end, paragraph.end)), paragraph.start)
  const said = transcript.text.slice(start, Math.min(paragraph.end, start + MOST_OFFERED))
  const view = (
    <CodingPage
      of={transcriptView(slug, transcript)}
      paragraph={paragraph}
      sentences={sentencesOf(said, transcript.source.language, start)}
      words={wordsOf(said, start)}
      most={start + said.length < paragraph.end ? MOST_OFFERED : undefined}
    />
  )
  return show(c, { title: transcript.source.title, place: 'sources', layout: 'page' }, view)
})

transcripts.post(
  '/projects/:slug/sources/:sourceId{[0-9]+}/status',
  accept('param', path),
  accept('form', z.object({ status: z.enum(sourceStatuses), at: z.literal('side').optional(), back: z.string().optional() })),
  async (c) => {
    const { slug, sourceId } = c.req.valid('param')
    const { status, at, back } = c.req.valid('form')
    await setStatus(c.var.house, { projectId: c.var.project.id, sourceId, coderId: c.var.coder.id, status })
    if (!c.req.header('HX-Request')) return c.redirect(localPath(back, sourcePath(slug, sourceId)), 303)
    const said = c.var.reader.say('source.status-set', { status: c.var.reader.say(`source.status-${status}`).toLocaleLowerCase() })
    const onItsPage = currentPath(c)?.split('?')[0] === sourcePath(slug, sourceId)
    const view = onItsPage ? transcriptView(slug, await readPassage(c.var.house, c.var.project.id, sourceId, c.var.coder.id)) : undefined
    return show(
      c,
      null,
      <>
        {view && <StatusSet of={view} inBar={at === 'side'} />}
        <hx-partial hx-target="#toast" hx-swap="innerHTML">
          <Toast said={said} undoTo={`/projects/${slug}/undo`} />
        </hx-partial>
      </>,
    )
  },
)

transcripts.get('/projects/:slug/codes/counts', async (c) => {
  const counts = await countCodes(c.var.house, c.var.project.id)
  const fragments = [...counts].map(([codeId, count]) => (
    <hx-partial hx-target={`#all-${codeId}`} hx-swap="outerHTML">
      <AllCount code={{ id: codeId }} count={count} />
    </hx-partial>
  ))
  return show(c, null, fragments)
})
