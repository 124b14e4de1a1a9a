import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { SetsPage } from '../../views/analysis/sets-page.tsx'
import { filterSentence } from '../domain/filter-sentence.ts'
import { nameFilter } from '../services/name-filter.ts'
import { readSets } from '../services/read-sets.ts'
import { editSet, removeSet, saveSet } from '../services/save-set.ts'
import type { TextKey } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { show } from '../web/show.tsx'
import { baseOf, who } from './here.ts'

const at = '/projects/:slug/sets/:setId{[0-9]+}'
const setPath = z.object({ slug: z.string(), setId: id })
const fields = z.object({ name: z.string(), filter: z.string() })

/** Filters kept under a name: all of them, and saving, changing, removing them. */
export const sets = new Hono<AppEnv>()

sets.get('/projects/:slug/sets', async (c) => {
  const { house, project, reader } = c.var
  const read = await readSets(house, project.id)
  const shown = []
  for (const set of read) shown.push({ ...set, sentence: filterSentence(set.filter, reader.say, await nameFilter(house.read, project.id, set.filter)) })
  return show(c, { title: reader.say('set.title'), place: 'matrix', layout: 'page' }, <SetsPage slug={project.slug} sets={shown} />)
})

sets.post('/projects/:slug/sets', accept('form', fields.extend({ back: z.string().optional() })), async (c) => {
  const { back, ...wish } = c.req.valid('form')
  const name = await saveSet(c.var.house, { ...who(c), ...wish })
  return said(c, 'set.saved', name, localPath(back, `${baseOf(c)}/sets`))
})

sets.post(at, accept('param', setPath), accept('form', fields), async (c) => {
  const name = await editSet(c.var.house, { ...who(c), setId: c.req.valid('param').setId, ...c.req.valid('form') })
  return said(c, 'set.edited', name)
})

sets.post(`${at}/removal`, accept('param', setPath), async (c) => {
  const name = await removeSet(c.var.house, { ...who(c), setId: c.req.valid('param').setId })
  return said(c, 'set.removed', name)
})

function said(c: Context<AppEnv>, key: TextKey, name: string, back = `${baseOf(c)}/sets`): Response {
  return goTo(c, back, { said: c.var.reader.say(key, { name }), undoTo: `${baseOf(c)}/undo` })
}
