import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AnswerLines, AnswerPage } from '../../views/answers/answer-page.tsx'
import { AnswerPanel } from '../../views/answers/answer-panel.tsx'
import { AnswerText } from '../../views/answers/answer-text.tsx'
import type { AnswerView } from '../../views/answers/answer-view.ts'
import { AnswersPage } from '../../views/answers/answers-page.tsx'
import { CheckPage } from '../../views/answers/check-page.tsx'
import { givenStatuses } from '../domain/answer.ts'
import { readAnswerPage } from '../services/read-answer-page.ts'
import { listToCheck, readAnswerGrid } from '../services/read-answers.ts'
import { readGuides } from '../services/read-guides.ts'
import { type Correction, setAnswer } from '../services/set-answer.ts'
import { accept, id, offset } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { guideSaid } from './guide-said.ts'
import { baseOf, who } from './here.ts'

const source = z.object({ source: id, version: id.optional() })
const part = id
const word = z.coerce.number().int().positive().max(9_999_999)
const place = { fromParagraph: word, fromWord: word, toParagraph: word, toWord: word }
const correction = z.discriminatedUnion('does', [
  source.extend({ does: z.literal('right') }),
  source.extend({ does: z.literal('status'), status: z.enum(givenStatuses) }),
  source.extend({ does: z.literal('move'), part, start: offset, end: offset }),
  source.extend({ does: z.literal('add'), start: offset, end: offset }),
  source.extend({ does: z.literal('remove'), part }),
  source.extend({ does: z.literal('assign'), part, to: id }),
  source.extend({ does: z.literal('place'), part: part.optional(), ...place }),
  source.extend({
    does: z.literal('step'),
    part,
    edge: z.enum(['start', 'end']),
    by: z.enum(['word', 'paragraph']),
    steps: z.coerce
      .number()
      .int()
      .min(-500)
      .max(500)
      .refine((steps) => steps !== 0),
  }),
])
const casePath = z.object({ slug: z.string(), caseId: id })
const answerPath = casePath.extend({ questionId: id })
const reading = z.object({ source: id.optional().catch(undefined), question: id.optional().catch(undefined) })
const at = '/projects/:slug/answers/:caseId{[0-9]+}'

/** What cases answered to the questions of the guides, and the corrections of it. */
export const answers = new Hono<AppEnv>()

answers.get(
  '/projects/:slug/answers',
  accept('query', z.object({ guide: id.optional().catch(undefined), from: offset.optional().catch(undefined) })),
  async (c) => {
    const { house, project, reader } = c.var
    const grid = await readAnswerGrid(house.read, project.id, c.req.valid('query').guide)
    const { guides, toCheck } = await readGuides(house, project.id)
    return show(
      c,
      { title: reader.say('answers.title'), place: 'guides', layout: 'page wide', scripts: ['matrix-grid.js'] },
      <AnswersPage
        base={baseOf(c)}
        guides={guides}
        grid={grid}
        toCheck={toCheck}
        from={c.req.valid('query').from ?? 0}
        isFor={grid && (await guideSaid(c, grid))}
      />,
    )
  },
)

answers.get('/projects/:slug/answers/check', async (c) => {
  const { grids } = await readGuides(c.var.house, c.var.project.id)
  const checks = grids.flatMap(listToCheck).sort((a, b) => a.confidence - b.confidence)
  return show(c, { title: c.var.reader.say('answers.check-title'), place: 'guides', layout: 'page' }, <CheckPage base={baseOf(c)} checks={checks} />)
})

answers.get(at, accept('param', casePath), accept('query', reading), async (c) => {
  const { source: sourceId, question: questionId } = c.req.valid('query')
  const of = await viewOf(c, { caseId: c.req.valid('param').caseId, sourceId, questionId })
  const title = c.var.reader.say('answers.page-title', { name: of.case.name })
  return show(c, { title, place: 'guides', layout: 'answer-page', scripts: ['answers.js'] }, <AnswerPage of={of} />)
})

answers.post(`${at}/:questionId{[0-9]+}`, accept('param', answerPath), accept('form', correction), async (c) => {
  const { caseId, questionId } = c.req.valid('param')
  const form = c.req.valid('form')
  const shown = { sourceId: form.source, versionId: form.version }
  const wish = { ...who(c), caseId, questionId, correction: correctionOf(form), shown }
  const changed = await setAnswer(c.var.house, wish)
  const of = await viewOf(c, { caseId, sourceId: form.source, questionId })
  const toast = { said: c.var.reader.say(changed ? 'answers.set' : 'answers.as-was'), undoTo: changed ? `${baseOf(c)}/undo` : undefined }
  return done(
    c,
    `${of.path}?source=${form.source}&question=${questionId}#answer`,
    toast,
    <>
      <hx-partial hx-target="#answer-lines" hx-swap="outerMorph">
        <AnswerLines of={of} />
      </hx-partial>
      <hx-partial hx-target="#answer-text" hx-swap="outerMorph">
        <AnswerText of={of} />
      </hx-partial>
      <hx-partial hx-target="#answer" hx-swap="outerMorph">
        <AnswerPanel of={of} />
      </hx-partial>
    </>,
  )
})

function correctionOf(form: z.infer<typeof correction>): Correction {
  if (form.does === 'move') return { do: 'move', part: form.part, span: { start: form.start, end: form.end } }
  if (form.does === 'add') return { do: 'add', sourceId: form.source, span: { start: form.start, end: form.end } }
  if (form.does === 'assign') return { do: 'assign', part: form.part, questionId: form.to }
  if (form.does !== 'place') return { ...form, do: form.does } as Correction
  const from = { paragraph: form.fromParagraph, word: form.fromWord }
  return { do: 'place', part: form.part ?? null, sourceId: form.source, from, to: { paragraph: form.toParagraph, word: form.toWord } }
}

async function viewOf(c: Context<AppEnv>, address: Parameters<typeof readAnswerPage>[2]): Promise<AnswerView> {
  const page = await readAnswerPage(c.var.house, c.var.project.id, address)
  return { ...page, base: baseOf(c), path: `${baseOf(c)}/answers/${address.caseId}` }
}
