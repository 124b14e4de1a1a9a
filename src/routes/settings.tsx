import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { Settings } from '../../views/settings/settings.tsx'
import { keepReading, readingChoices } from '../domain/reading.ts'
import { listCodersOf } from '../services/list-coders.ts'
import { chooseCoder, coderForBrowser, createCoder, renameCoder } from '../services/settle-coder.ts'
import { interfaceLanguages } from '../texts/catalogue.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { show } from '../web/show.tsx'

const back = z.string().optional()
const named = z.object({ name: z.string(), back })
const choice = <T extends readonly [string, ...string[]]>(of: T) => z.enum(of).default('usual' as T[number])
const reading = z.object({
  size: choice(readingChoices.size),
  measure: choice(readingChoices.measure),
  lead: choice(readingChoices.lead),
  face: choice(readingChoices.face),
  numbers: choice(readingChoices.numbers),
  keys: choice(readingChoices.keys),
})
const YEAR = 365 * 24 * 3600
const kept = { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' } as const

/** Who sits at this machine, and how they read. */
export const settings = new Hono<AppEnv>()

settings.get('/settings', accept('query', z.object({ back })), async (c) => {
  const coders = c.var.person.standing === 'local' ? await listCodersOf(c.var.house) : []
  const to = localPath(c.req.valid('query').back, '/')
  return show(c, { title: c.var.reader.say('settings.title'), layout: 'page start' }, <Settings coders={coders} onlyHere={c.var.coder.onlyHere} back={to} />)
})

settings.post('/settings/name', accept('form', named), async (c) => {
  const { name, back } = c.req.valid('form')
  await renameCoder(c.var.house, { coderId: c.var.coder.id, name })
  return goTo(c, here(back), { said: c.var.reader.say('settings.renamed', { name: name.trim() }), undoTo: '/undo' })
})

settings.post('/settings/coder', accept('form', z.object({ coderId: id, only: z.literal('here').optional(), back })), async (c) => {
  const { coderId, only, back } = c.req.valid('form')
  if (only) {
    const { guid, name } = await coderForBrowser(c.var.house, coderId)
    setCookie(c, 'coder', guid, kept)
    return goTo(c, here(back), { said: c.var.reader.say('settings.switched-here', { name: c.var.reader.coderName(name) }) })
  }
  followComputer(c)
  const name = await chooseCoder(c.var.house, { coderId: c.var.coder.id, chosenId: coderId })
  return goTo(c, here(back), { said: c.var.reader.say('settings.switched', { name }) })
})

settings.post('/settings/coder/release', accept('form', z.object({ back })), (c) => {
  followComputer(c)
  return goTo(c, here(c.req.valid('form').back), { said: c.var.reader.say('settings.follows') })
})

settings.post('/settings/coders', accept('form', named), async (c) => {
  const { name, back } = c.req.valid('form')
  followComputer(c)
  await createCoder(c.var.house, { coderId: c.var.coder.id, name })
  return goTo(c, here(back), { said: c.var.reader.say('settings.created', { name: name.trim() }) })
})

settings.post('/settings/language', accept('query', z.object({ back })), accept('form', z.object({ language: z.enum(interfaceLanguages) })), (c) => {
  const { language } = c.req.valid('form')
  const { back } = c.req.valid('query')
  setCookie(c, 'language', language, kept)
  return c.redirect(localPath(back, '/settings'), 303)
})

settings.post('/settings/theme', accept('query', z.object({ back })), accept('form', z.object({ theme: z.enum(['light', 'dark', 'system']) })), (c) => {
  const { theme } = c.req.valid('form')
  const { back } = c.req.valid('query')
  setCookie(c, 'theme', theme, theme === 'system' ? { ...kept, maxAge: 0 } : kept)
  return c.redirect(localPath(back, '/settings'), 303)
})

settings.post('/settings/reading', accept('query', z.object({ back, stay: z.literal('1').optional() })), accept('form', reading), (c) => {
  const { back, stay } = c.req.valid('query')
  const wanted = keepReading(c.req.valid('form'))
  setCookie(c, 'reading', wanted, wanted === '' ? { ...kept, maxAge: 0 } : kept)
  // From the menu of a source: its page holds to the choice already, or comes again.
  if (stay) return c.req.header('HX-Request') ? c.body(null, 204) : c.redirect(localPath(back, '/settings'), 303)
  return goTo(c, here(back), { said: c.var.reader.say('settings.reading-kept') })
})

/** Whom this browser alone had chosen is forgotten. */
function followComputer(c: Context<AppEnv>): void {
  setCookie(c, 'coder', '', { ...kept, maxAge: 0 })
}

function here(back: string | undefined): string {
  return `/settings?back=${encodeURIComponent(localPath(back, '/'))}`
}
