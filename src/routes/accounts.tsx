import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { AccountPage } from '../../views/people/account-page.tsx'
import { SignInPage } from '../../views/people/sign-in-page.tsx'
import { deviceKnownTo } from '../services/known-device.ts'
import { anybodyHere } from '../services/people.ts'
import { changePassword, endSession, endSessions, listSessionsOf, signIn } from '../services/sign-in.ts'
import { accept, id } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { localPath } from '../web/local-path.ts'
import { accountOf, deviceToken, dropSession, sessionToken } from '../web/person.ts'
import { sayRefusal } from '../web/say-refusal.ts'
import { show } from '../web/show.tsx'
import { countPassword } from '../web/slow-down.ts'
import { enterWith } from './enter-with.ts'

const back = z.string().optional()
const secret = z.string().max(1000)
const credentials = z.object({ name: z.string().max(1000), password: secret, back })

/** Signing in and out, and somebody's own account. */
export const accounts = new Hono<AppEnv>()

accounts.get('/sign-in', accept('query', z.object({ back })), async (c) => {
  const to = localPath(c.req.valid('query').back, '/')
  if (c.var.person.standing !== 'out') return c.redirect(to, 303)
  return showSignIn(c, { back: to, name: '' })
})

accounts.post('/sign-in', accept('form', credentials), async (c) => {
  const { name, password, back } = c.req.valid('form')
  const to = localPath(back, '/')
  try {
    const device = await deviceKnownTo(c.var.house, name, (accountId) => deviceToken(c, accountId))
    const forgive = countPassword(c, { name, device })
    const token = await signIn(c.var.house, { name, password, browser: c.req.header('User-Agent') ?? '' })
    forgive()
    await leave(c)
    await enterWith(c, token)
  } catch (error) {
    return showSignIn(c, { back: to, name: name.slice(0, 100), refused: sayRefusal(c, error) })
  }
  return c.redirect(to, 303)
})

accounts.post('/sign-out', async (c) => {
  await leave(c)
  dropSession(c)
  return c.redirect('/sign-in', 303)
})

accounts.get('/account', (c) => showAccount(c))

accounts.post('/account/password', accept('form', z.object({ old: secret, password: secret })), async (c) => {
  const { name, sessionId } = accountOf(c)
  const { old, password } = c.req.valid('form')
  try {
    const forgive = countPassword(c, { name, device: `session ${sessionId}` })
    await changePassword(c.var.house, { name, sessionId, old, password })
    forgive()
    await enterWith(c, sessionToken(c)!)
  } catch (error) {
    return showAccount(c, sayRefusal(c, error))
  }
  return goTo(c, '/account', { said: c.var.reader.say('account.password-changed') })
})

accounts.post('/account/sessions/removal', async (c) => {
  await endSessions(c.var.house, { accountId: accountOf(c).id })
  dropSession(c)
  return c.redirect('/sign-in', 303)
})

accounts.post('/account/sessions/:sessionId{[0-9]+}/removal', accept('param', z.object({ sessionId: id })), async (c) => {
  const { sessionId } = c.req.valid('param')
  const account = accountOf(c)
  const ended = (await listSessionsOf(c.var.house, account.id)).find((one) => one.id === sessionId)
  await endSession(c.var.house, { accountId: account.id, sessionId })
  return goTo(c, '/account', { said: c.var.reader.say('account.ended', { browser: ended?.browser || c.var.reader.say('account.unknown-browser') }) })
})

/** Whoever was signed in in this browser is not any more. */
async function leave(c: Context<AppEnv>): Promise<void> {
  const { person, house } = c.var
  if (person.standing === 'in') await endSession(house, { accountId: person.account.id, sessionId: person.account.sessionId })
}

async function showSignIn(c: Context<AppEnv>, form: { back: string; name: string; refused?: string }) {
  return show(c, { title: c.var.reader.say('account.sign-in-title'), layout: 'page start' }, <SignInPage {...form} anybody={await anybodyHere(c.var.house)} />)
}

async function showAccount(c: Context<AppEnv>, refused?: string) {
  const { id, name, sessionId } = accountOf(c)
  const sessions = await listSessionsOf(c.var.house, id)
  const title = c.var.reader.say('account.title')
  return show(c, { title, layout: 'page start' }, <AccountPage account={name} sessions={sessions} here={sessionId} refused={refused} />)
}
