import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { InvitationPage } from '../../views/people/invitation-page.tsx'
import { readInvitation } from '../services/invite.ts'
import { type Redeemed, redeemAsMember, redeemAsNew, redeemReset } from '../services/redeem.ts'
import { endSession } from '../services/sign-in.ts'
import { accept } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { sayRefusal } from '../web/say-refusal.ts'
import { show } from '../web/show.tsx'
import { countTry } from '../web/slow-down.ts'
import { enterWith } from './enter-with.ts'

const linked = z.object({ token: z.string().max(200) })
const secret = z.string().max(1000)
const newPerson = z.object({ name: z.string().max(1000), called: z.string().max(1000), password: secret })

/** Links that let somebody in: into a project, into this installation, or back in with a new password. */
export const invitations = new Hono<AppEnv>()

invitations.get('/invitations/:token', accept('param', linked), async (c) => {
  countTry(c)
  return showInvitation(c, c.req.valid('param').token)
})

invitations.post('/invitations/:token', accept('param', linked), accept('form', newPerson), async (c) => {
  const { token } = c.req.valid('param')
  const { name, called, password } = c.req.valid('form')
  const redeem = () => redeemAsNew(c.var.house, token, { name, called, password, browser: c.req.header('User-Agent') ?? '' })
  return enter(c, redeem, { name: name.slice(0, 100), called: called.slice(0, 200) })
})

invitations.post('/invitations/:token/reset', accept('param', linked), accept('form', z.object({ password: secret })), async (c) => {
  const { token } = c.req.valid('param')
  const { password } = c.req.valid('form')
  return enter(c, () => redeemReset(c.var.house, token, { password, browser: c.req.header('User-Agent') ?? '' }))
})

invitations.post('/invitations/:token/joining', accept('param', linked), async (c) => {
  countTry(c)
  const { token } = c.req.valid('param')
  const { project } = await readInvitation(c.var.house, token)
  const to = await redeemAsMember(c.var.house, token, c.var.coder.id)
  return goTo(c, to, { said: c.var.reader.say('invitation.joined', { project: project?.name ?? '' }) })
})

/** Use a link up and be signed in; what is refused is said above the form, where the link still holds. */
async function enter(c: Context<AppEnv>, redeem: () => Promise<Redeemed>, written?: { name: string; called: string }) {
  const { house, person } = c.var
  let done: Redeemed
  try {
    countTry(c)
    done = await redeem()
  } catch (error) {
    return showInvitation(c, c.req.param('token')!, { refused: sayRefusal(c, error), written })
  }
  if (person.standing === 'in') await endSession(house, { accountId: person.account.id, sessionId: person.account.sessionId }).catch(() => undefined)
  await enterWith(c, done.token)
  return c.redirect(done.to, 303)
}

async function showInvitation(c: Context<AppEnv>, token: string, form: { refused?: string; written?: { name: string; called: string } | undefined } = {}) {
  const invitation = await readInvitation(c.var.house, token)
  const view = <InvitationPage path={`/invitations/${token}`} invitation={invitation} {...form} />
  return show(c, { title: c.var.reader.say('invitation.title'), layout: 'page start' }, view)
}
