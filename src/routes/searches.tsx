import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { SavedSearches } from '../../views/search/saved-searches.tsx'
import { listSavedSearches, removeSearch, renameSearch, saveSearch } from '../services/save-search.ts'
import { accept, id } from '../web/accept.ts'
import { done } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { who } from './here.ts'

const one = z.object({ slug: z.string(), id })

/** Searches that are kept: from the page of search. */
export const searches = new Hono<AppEnv>()

searches.post('/projects/:slug/searches', accept('form', z.object({ q: z.string(), name: z.string().optional() })), async (c) => {
  const { q, name: wanted } = c.req.valid('form')
  const name = await saveSearch(c.var.house, { ...who(c), query: q, name: wanted ?? '' })
  return answer(c, c.var.reader.say('search.was-saved', { name }), q)
})

searches.post('/projects/:slug/searches/:id{[0-9]+}', accept('param', one), accept('form', z.object({ name: z.string() })), async (c) => {
  const { name } = c.req.valid('form')
  await renameSearch(c.var.house, { ...who(c), id: c.req.valid('param').id, name })
  return answer(c, c.var.reader.say('search.was-renamed', { name: name.trim() }))
})

searches.post('/projects/:slug/searches/:id{[0-9]+}/removal', accept('param', one), async (c) => {
  const name = await removeSearch(c.var.house, { ...who(c), id: c.req.valid('param').id })
  return answer(c, c.var.reader.say('search.was-removed', { name }))
})

async function answer(c: Context<AppEnv>, said: string, q = ''): Promise<Response> {
  const { slug, id: projectId } = c.var.project
  const saved = await listSavedSearches(c.var.house, projectId)
  return done(
    c,
    `/projects/${slug}/search?${new URLSearchParams({ q: q.toWellFormed() })}`,
    { said, undoTo: `/projects/${slug}/undo` },
    <hx-partial hx-target="#saved-searches" hx-swap="outerMorph">
      <SavedSearches slug={slug} saved={saved} />
    </hx-partial>,
  )
}
