import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { entryId, GridAnswer, GridLinePage } from '../../views/answers/grid-line.tsx'
import { codePassage } from '../services/code-passage.ts'
import { listUsableCodes } from '../services/list-usable-codes.ts'
import { readAlong, readDown } from '../services/read-grid-line.ts'
import { accept, id, offset } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { baseOf } from './here.ts'

const coding = z.object({
  way: z.enum(['down', 'along']),
  caseId: id,
  questionId: id,
  sourceId: id,
  version: id,
  start: offset,
  end: offset,
  codeId: id,
})

/** The grid of questions and informants to read: down a question, along a case; and coding from there. */
export const gridLines = new Hono<AppEnv>()

gridLines.get('/projects/:slug/answers/questions/:questionId{[0-9]+}', accept('param', z.object({ slug: z.string(), questionId: id })), async (c) => {
  const line = await readDown(c.var.house, c.var.project.id, c.req.valid('param').questionId)
  const title = `${line.question.number}. ${line.question.text}`
  return show(
    c,
    frameOf(title),
    <GridLinePage {...(await roomOf(c))} way="down" line={line} title={title} stepTo={(questionId) => `${baseOf(c)}/answers/questions/${questionId}`} />,
  )
})

gridLines.get('/projects/:slug/answers/cases/:caseId{[0-9]+}', accept('param', z.object({ slug: z.string(), caseId: id })), async (c) => {
  const line = await readAlong(c.var.house, c.var.project.id, c.req.valid('param').caseId)
  const title = c.var.reader.say('answers.page-title', { name: line.case.name })
  return show(
    c,
    frameOf(title),
    <GridLinePage {...(await roomOf(c))} way="along" line={line} title={title} stepTo={(caseId) => `${baseOf(c)}/answers/cases/${caseId}`} />,
  )
})

gridLines.post('/projects/:slug/answers/codings', accept('form', coding), async (c) => {
  const { way, caseId, questionId, sourceId, version, start, end, codeId } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  await codePassage(house, { projectId: project.id, coderId: coder.id, sourceId, codeIds: [codeId], selection: { start, end }, versionId: version })
  const room = await roomOf(c)
  const code = room.codes.find((one) => one.id === codeId)
  const answer = (await readDown(house, project.id, questionId)).answers.find((one) => one.case.id === caseId)
  const at = way === 'down' ? `questions/${questionId}` : `cases/${caseId}`
  const toast = { said: reader.say('source.coded', { codes: code ? `${code.key} ${code.label}` : '' }), undoTo: `${baseOf(c)}/undo` }
  return done(
    c,
    `${baseOf(c)}/answers/${at}${answer ? `#${entryId(answer)}` : ''}`,
    toast,
    answer && (
      <hx-partial hx-target={`#${entryId(answer)}`} hx-swap="outerMorph">
        <GridAnswer {...room} way={way} answer={answer} />
      </hx-partial>
    ),
  )
})

async function roomOf(c: Context<AppEnv>) {
  return { base: baseOf(c), slug: c.var.project.slug, codes: await listUsableCodes(c.var.house, c.var.project.id) }
}

function frameOf(title: string) {
  return { title, place: 'guides', layout: 'page quotations-page', scripts: ['grid-line.js', 'code-select.js'] } as const
}
