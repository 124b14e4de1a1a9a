import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Touched } from '../../views/sources/touched.tsx'
import { type EditedWords, ParagraphEditor, ParagraphEditorPage } from '../../views/texts/paragraph-editor.tsx'
import { TextVersion } from '../../views/texts/text-version.tsx'
import { Refusal } from '../domain/refusal.ts'
import { editParagraph } from '../services/edit-paragraph.ts'
import { type ReadParagraph, readParagraph, readParagraphNow } from '../services/read-paragraph.ts'
import { accept, id, offset } from '../web/accept.ts'
import type { AppEnv } from '../web/env.ts'
import { sayNext } from '../web/said.ts'
import { show } from '../web/show.tsx'
import { countsFor, readFor } from './drawing.tsx'
import { sourcePath, transcriptView } from './transcript-view.ts'

const path = z.object({ slug: z.string(), sourceId: id })
const edit = z.object({ versionId: id, start: offset, end: offset, number: id, text: z.string() })
type Edit = z.infer<typeof edit>

/** Correcting a paragraph in its place. */
export const textEdits = new Hono<AppEnv>()

textEdits.get('/projects/:slug/sources/:sourceId{[0-9]+}/paragraphs/:number{[0-9]+}/text', accept('param', path.extend({ number: id })), async (c) => {
  const { slug, sourceId, number } = c.req.valid('param')
  const read = await readParagraph(c.var.house, { projectId: c.var.project.id, sourceId, number })
  return showEditor(c, read, { ...wordsOf(slug, read), words: read.words })
})

/** The editor that the page of a source asks for says which paragraph in its query: one form does it for every paragraph. */
textEdits.get('/projects/:slug/sources/:sourceId{[0-9]+}/text-editor', accept('param', path), accept('query', z.object({ paragraph: id })), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const read = await readParagraph(c.var.house, { projectId: c.var.project.id, sourceId, number: c.req.valid('query').paragraph })
  return showEditor(c, read, { ...wordsOf(slug, read), words: read.words })
})

textEdits.post('/projects/:slug/sources/:sourceId{[0-9]+}/text-edits', accept('param', path), accept('form', edit), async (c) => {
  const { slug, sourceId } = c.req.valid('param')
  const { start, end, text, versionId, number } = c.req.valid('form')
  const { house, project, coder, reader } = c.var
  const where = { projectId: project.id, sourceId }
  try {
    const changed = await editParagraph(house, { ...where, coderId: coder.id, versionId, paragraph: { start, end }, text })
    const toast = {
      said: changed.waiting > 0 ? reader.say('text.saved-waits', { n: changed.waiting }) : reader.say('text.saved'),
      undoTo: `/projects/${slug}/undo`,
    }
    if (c.req.header('HX-Request') && changed.waiting === 0 && changed.returned === 0) return await answerInPlace(c, sourceId, c.req.valid('form'), toast)
    if (c.req.header('HX-Request')) return refresh(c, toast)
    sayNext(c, toast)
    return c.redirect(`${sourcePath(slug, sourceId)}#st-${number}`, 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.key !== 'refusal.text-conflict') throw error
    const read = await readParagraphNow(house, { ...where, versionId, paragraph: { start, end } })
    const notice = reader.say('refusal.text-conflict', { actor: reader.coderName(String(error.values?.['actor'] ?? '')) })
    c.status(409)
    return showEditor(c, read, { ...wordsOf(slug, read), words: text, now: read.words, notice })
  }
})

function wordsOf(slug: string, { source, paragraph }: ReadParagraph): Omit<EditedWords, 'words'> {
  return { path: sourcePath(slug, source.id), versionId: source.versionId, start: paragraph.start, end: paragraph.end, number: paragraph.number! }
}

function showEditor(c: Context<AppEnv>, { source, paragraph }: ReadParagraph, of: EditedWords): Response | Promise<Response> {
  if (c.req.header('HX-Request'))
    return show(
      c,
      null,
      <hx-partial hx-target="#text-editor" hx-swap="innerHTML">
        <ParagraphEditor of={of} />
      </hx-partial>,
    )
  const title = `${source.title}, ${c.var.reader.say('source.paragraph', { number: paragraph.number! }).toLocaleLowerCase()}`
  return show(c, { title: source.title, place: 'sources', layout: 'page' }, <ParagraphEditorPage of={of} title={title} />)
}

/** The paragraph drawn again, and by how much those after it have moved; all of the page where the paragraphs are no longer the same ones. */
async function answerInPlace(
  c: Context<AppEnv>,
  sourceId: number,
  { start, end, number, text }: Edit,
  toast: { said: string; undoTo: string },
): Promise<Response> {
  const { transcript, drawing } = await readFor(c, sourceId, true)
  const paragraph = transcript.paragraphs.find((one) => one.number === number)
  const by = (paragraph?.end ?? 0) - end
  const lines = text.replace(/\s+$/, '').split('\n').length
  if (paragraph?.start !== start || lines > 1 || drawing?.whole) return refresh(c, toast)
  const counts = drawing ? await countsFor(c, transcript, drawing) : new Map()
  const others = { newCode: drawing?.codes, others: drawing?.others, own: [paragraph], spans: [paragraph, ...(drawing?.spans ?? [])] }
  return show(
    c,
    null,
    <>
      <Touched {...others} of={transcriptView(c.var.project.slug, transcript)} counts={counts} toast={toast} focus={number} />
      <hx-partial hx-target="#text-version" hx-swap="outerHTML">
        <TextVersion versionId={transcript.source.versionId} moved={{ after: end, by }} />
      </hx-partial>
      <hx-partial hx-target="#text-editor" hx-swap="innerHTML" />
    </>,
  )
}

function refresh(c: Context<AppEnv>, toast: { said: string; undoTo: string }): Response {
  sayNext(c, toast)
  c.header('HX-Refresh', 'true')
  return c.body(null, 200)
}
