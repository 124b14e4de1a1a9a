import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { SynonymsBody, SynonymsPage } from '../../views/search/synonyms-page.tsx'
import { addSynonyms, readSynonymsPage } from '../services/read-synonyms.ts'
import { setSynonyms } from '../services/set-synonyms.ts'
import { accept } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { show } from '../web/show.tsx'
import { who } from './here.ts'

/** Words that mean the same in a project. */
export const synonyms = new Hono<AppEnv>()

synonyms.get('/projects/:slug/synonyms', async (c) => {
  const page = await readSynonymsPage(c.var, c.var.project.id)
  return show(c, { title: c.var.reader.say('synonyms.title'), place: 'search', layout: 'page' }, <SynonymsPage slug={c.var.project.slug} page={page} />)
})

synonyms.post('/projects/:slug/synonyms', accept('form', z.object({ text: z.string().max(200_000) })), async (c) => {
  await setSynonyms(c.var.house, { ...who(c), text: c.req.valid('form').text.toWellFormed() })
  return answer(c, (groups) => c.var.reader.say('synonyms.saved', { n: groups }))
})

const word = z.string().trim().min(1).max(60)
synonyms.post('/projects/:slug/synonyms/added', accept('form', z.object({ one: word, other: word })), async (c) => {
  const { one, other } = c.req.valid('form')
  await addSynonyms(c.var.house, { ...who(c), words: [one, other] })
  return answer(c, () => c.var.reader.say('synonyms.added', { words: `${one}, ${other}` }))
})

async function answer(c: Context<AppEnv>, said: (groups: number) => string): Promise<Response> {
  const { slug, id } = c.var.project
  const page = await readSynonymsPage(c.var, id)
  const toast = { said: said(page.groups), undoTo: `/projects/${slug}/undo` }
  return done(
    c,
    `/projects/${slug}/synonyms`,
    toast,
    <hx-partial hx-target="#synonyms" hx-swap="innerMorph">
      <SynonymsBody slug={slug} page={page} />
    </hx-partial>,
  )
}
