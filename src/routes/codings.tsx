import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { CodingDetail } from '../../views/sources/coding-detail.tsx'
import { Passage } from '../../views/sources/passage.tsx'
import type { Coding } from '../domain/coding.ts'
import { nudges } from '../domain/nudge.ts'
import { paragraphsUnder } from '../domain/paragraph.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { codePassage } from '../services/code-passage.ts'
import { copyCoding } from '../services/copy-coding.ts'
import { joinCodings } from '../services/join-codings.ts'
import { nudgeCoding } from '../services/nudge-coding.ts'
import { readPassage } from '../services/read-passage.ts'
import { readTranscript } from '../services/read-transcript.ts'
import { readVersions } from '../services/read-versions.ts'
import { recode } from '../services/recode.ts'
import { removeCoding } from '../services/remove-coding.ts'
import { resizeCoding } from '../services/resize-coding.ts'
import { splitCoding } from '../services/split-coding.ts'
import { theCoding } from '../services/the-coding.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id, offset } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { sayNext } from '../web/said.ts'
import { show } from '../web/show.tsx'
import { ACT } from '../web/together.ts'
import { answerTouched } from './answer-touched.tsx'
import { baseOf } from './here.ts'
import { sourcePath, transcriptView } from './transcript-view.ts'

const sourcePathShape = z.object({ slug: z.string(), sourceId: id })
const codingPath = z.object({ slug: z.string(), codingId: id })
const codeIds = z.union([id, z.array(id).min(1).max(50)]).transform((value) => (Array.isArray(value) ? value : [value]))
const extent = z.string().regex(/^(words|\d{1,9}-\d{1,9})$/)
const passage = z.object({
  version: id.optional(),
  codeId: codeIds.optional(),
  newLabel: z.string().max(4000).optional(),
  parentId: z.union([z.literal('').transform(() => null), id]).optional(),
  memo: z.string().optional(),
  start: offset,
  end: offset,
  focus: id.optional().catch(undefined),
  extent: extent.optional(),
})

const beside = z.object({ paragraph: id.optional().catch(undefined) })
const edges = z.union([z.object({ nudge: z.enum(nudges) }), z.object({ start: offset, end: offset, version: id.optional() })])
const parting = z.object({ at: offset, version: id.optional() })

/** Coding, recoding, moving, parting, joining, removing: acts on the page of a source, answered with what they changed there. */
export const codings = new Hono<AppEnv>()

codings.post('/projects/:slug/sources/:sourceId{[0-9]+}/codings', accept('param', sourcePathShape), accept('form', passage), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { codeId = [], newLabel, parentId = null, memo, focus, version, ...form } = c.req.valid('form')
  const fresh = newLabel === undefined ? undefined : { label: newLabel, parentId }
  const { house, project, coder, reader } = c.var
  const wish = { projectId: project.id, sourceId, codeIds: codeId, coderId: coder.id, selection: selectionOf(form) }
  const made = await codePassage(house, { ...wish, fresh, memo, versionId: version })
  if (!c.req.header('HX-Request')) return backToTranscript(c, sourceId, made[0]!.span, 'source.coded-plain')
  const toast = (named: Named) => ({ said: reader.say('source.coded', { codes: named(made.map((one) => one.codeId)) }), undoTo: `/projects/${slug}/undo` })
  if (version !== undefined && !(await holds(c, sourceId, version))) return drawAgain(c, 'source.coded-plain')
  c.status(201)
  const codeIds = made.map((one) => one.codeId)
  return answerTouched(c, {
    sourceId,
    spans: made.map((one) => one.span),
    codeIds,
    toast,
    focus,
    newCode: fresh !== undefined,
    open: memo?.trim() ? made[0]!.id : undefined,
    made: made.map((one) => one.id),
  })
})

/** `paragraph`: the one that the coder has before them, where the coding lies on several. */
codings.get('/projects/:slug/codings/:codingId{[0-9]+}', accept('param', codingPath), accept('query', beside), async (c) => {
  const { slug, codingId } = c.req.valid('param')
  const coding = await theCoding(c.var.house.read, c.var.project.id, codingId)
  const transcript = await readPassage(c.var.house, c.var.project.id, coding.sourceId, c.var.coder.id)
  const view = transcriptView(slug, transcript)
  const under = paragraphsUnder(transcript.paragraphs, coding.span)
  const paragraph = under.find((one) => one.number === c.req.valid('query').paragraph) ?? under[0]
  c.header(ACT, `${transcript.actId}`)
  if (c.req.header('HX-Request')) return show(c, null, <Passage of={view} paragraph={paragraph} open={codingId} />)
  return show(c, { title: transcript.source.title, place: 'sources', layout: 'page' }, <CodingDetail of={view} paragraph={paragraph} open={codingId} />)
})

codings.post('/projects/:slug/codings/:codingId{[0-9]+}/removal', accept('param', codingPath), async (c) => {
  const { slug, codingId } = c.req.valid('param')
  const { house, project, coder, reader } = c.var
  const gone = await removeCoding(house, { projectId: project.id, codingId, coderId: coder.id })
  if (!c.req.header('HX-Request')) return backToTranscript(c, gone.sourceId, gone.span, 'source.removed-plain')
  const toast = (named: Named) => ({ said: reader.say('source.removed', { codes: named([gone.codeId]) }), undoTo: `/projects/${slug}/undo` })
  return answerTouched(c, { sourceId: gone.sourceId, spans: [gone.span], codeIds: [gone.codeId], toast })
})

codings.post('/projects/:slug/codings/:codingId{[0-9]+}/code', accept('param', codingPath), accept('form', z.object({ codeId: id })), async (c) => {
  const { slug, codingId } = c.req.valid('param')
  const { codeId } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  const before = await theCoding(house.read, project.id, codingId)
  const after = await recode(house, { projectId: project.id, codingId, codeId, coderId: coder.id })
  if (!c.req.header('HX-Request')) return backToTranscript(c, after.sourceId, after.span, 'source.recoded-plain')
  const toast = (named: Named) => ({ said: reader.say('source.recoded', { codes: named([after.codeId]) }), undoTo: `/projects/${slug}/undo` })
  return answerTouched(c, { sourceId: after.sourceId, spans: [after.span], codeIds: [before.codeId, codeId], toast, open: codingId })
})

codings.post('/projects/:slug/codings/:codingId{[0-9]+}/edges', accept('param', codingPath), accept('form', edges), async (c) => {
  const { codingId } = c.req.valid('param')
  const form = c.req.valid('form')
  const { house, project, coder } = c.var
  const wish = { projectId: project.id, codingId, coderId: coder.id }
  const { before, after } =
    'nudge' in form ? await nudgeCoding(house, { ...wish, way: form.nudge }) : await resizeCoding(house, { ...wish, selection: form, versionId: form.version })
  return answerChanged(c, after, [before.span, after.span], 'source.resized', 'version' in form ? form.version : undefined)
})

codings.post('/projects/:slug/codings/:codingId{[0-9]+}/parting', accept('param', codingPath), accept('form', parting), async (c) => {
  const wish = { projectId: c.var.project.id, codingId: c.req.valid('param').codingId, coderId: c.var.coder.id }
  const { at, version } = c.req.valid('form')
  const [first, second] = await splitCoding(c.var.house, { ...wish, at, versionId: version })
  return answerChanged(c, first, [first.span, second.span], 'source.parted', version)
})

codings.post('/projects/:slug/codings/:codingId{[0-9]+}/joining', accept('param', codingPath), async (c) => {
  const wish = { projectId: c.var.project.id, codingId: c.req.valid('param').codingId, coderId: c.var.coder.id }
  const { joined, gone } = await joinCodings(c.var.house, wish)
  return answerChanged(c, joined, [joined.span, ...gone.map((one) => one.span)], 'source.joined')
})

codings.post('/projects/:slug/codings/:codingId{[0-9]+}/copies', accept('param', codingPath), accept('form', z.object({ codeId: id })), async (c) => {
  const wish = { projectId: c.var.project.id, codingId: c.req.valid('param').codingId, coderId: c.var.coder.id }
  const copy = await copyCoding(c.var.house, { ...wish, ...c.req.valid('form') })
  return answerChanged(c, copy, [copy.span], 'source.coded')
})

/** What changed on the page, which shows `version`, with the changed coding open; without JavaScript, the transcript again at its paragraph. */
async function answerChanged(c: Context<AppEnv>, coding: Coding, spans: Span[], said: TextKey, version?: number): Promise<Response> {
  const plain = said === 'source.coded' ? 'source.coded-plain' : `${said}-plain`
  if (!c.req.header('HX-Request')) return backToTranscript(c, coding.sourceId, coding.span, plain as TextKey)
  if (version !== undefined && !(await holds(c, coding.sourceId, version))) return drawAgain(c, plain as TextKey)
  const toast = (named: Named) => ({ said: c.var.reader.say(said, { codes: named([coding.codeId]) }), undoTo: `${baseOf(c)}/undo` })
  return answerTouched(c, { sourceId: coding.sourceId, spans, codeIds: [coding.codeId], toast, open: coding.id })
}

function selectionOf({ start, end, extent: chosen }: { start: number; end: number; extent?: string | undefined }): Span {
  if (!chosen || chosen === 'words') {
    if (end < start) throw new Refusal('invalid', 'refusal.no-words')
    return { start, end }
  }
  const [from, to] = chosen.split('-').map(Number)
  return { start: from!, end: to! }
}

/** Without JavaScript: the transcript again, at the paragraph, saying what was done. */
export async function backToTranscript(c: Context<AppEnv>, sourceId: number, span: Span, said: TextKey): Promise<Response> {
  const { house, project, coder } = c.var
  const { paragraphs } = await readTranscript(house, project.id, sourceId, coder.id)
  const number = paragraphsUnder(paragraphs, span).find((one) => one.number !== null)?.number ?? 1
  sayNext(c, { said: c.var.reader.say(said), undoTo: `/projects/${project.slug}/undo` })
  return c.redirect(`${sourcePath(project.slug, sourceId)}#st-${number}`, 303)
}

async function holds(c: Context<AppEnv>, sourceId: number, versionId: number): Promise<boolean> {
  return (await readVersions(c.var.house, c.var.project.id, sourceId)).source.versionId === versionId
}

/** The page shows a text that another has been put for: all of it is drawn again. */
function drawAgain(c: Context<AppEnv>, said: TextKey): Response {
  sayNext(c, { said: c.var.reader.say(said), undoTo: `${baseOf(c)}/undo` })
  c.header('HX-Refresh', 'true')
  return c.body(null, 201)
}

type Named = (codeIds: Iterable<number>) => string
