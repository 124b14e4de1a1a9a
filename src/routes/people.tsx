import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { PeoplePage } from '../../views/people/people-page.tsx'
import { roles } from '../domain/role.ts'
import { invitePerson, listInvitable, listInvited, withdrawInvitation } from '../services/invite.ts'
import { changeRole, readMembers, removeMember } from '../services/people.ts'
import { accept, id, optionalId } from '../web/accept.ts'
import { goTo } from '../web/done.tsx'
import type { AppEnv } from '../web/env.ts'
import { originOf } from '../web/host.ts'
import { show } from '../web/show.tsx'
import { baseOf } from './here.ts'

const at = '/projects/:slug/people'
const role = z.enum(roles)
const member = z.object({ slug: z.string(), coderId: id })

/** Who is in a project. */
export const people = new Hono<AppEnv>()

people.get(at, (c) => showPeople(c))

people.post(`${at}/invitations`, accept('form', z.object({ role, coderId: optionalId })), async (c) => {
  const { role, coderId } = c.req.valid('form')
  const { path } = await invitePerson(c.var.house, { byId: c.var.coder.id, into: { projectId: c.var.project.id, role }, coderId })
  // The link is shown in the answer and kept nowhere: only what it is checked against is.
  c.header('Cache-Control', 'no-store')
  return showPeople(c, originOf(c) + path)
})

people.post(`${at}/invitations/:invitationId{[0-9]+}/removal`, accept('param', z.object({ slug: z.string(), invitationId: id })), async (c) => {
  const { invitationId } = c.req.valid('param')
  await withdrawInvitation(c.var.house, { projectId: c.var.project.id, invitationId })
  return goTo(c, `${baseOf(c)}/people`, { said: c.var.reader.say('people.withdrawn') })
})

people.post(`${at}/:coderId{[0-9]+}`, accept('param', member), accept('form', z.object({ role })), async (c) => {
  const { house, project, coder, reader } = c.var
  const { coderId } = c.req.valid('param')
  const { role } = c.req.valid('form')
  const name = await nameOf(c, coderId)
  await changeRole(house, { projectId: project.id, byId: coder.id, coderId, role })
  return goTo(c, `/projects/${project.slug}/people`, {
    said: reader.say('people.changed', { name, role: reader.say(`people.role-${role}`).toLocaleLowerCase() }),
  })
})

people.post(`${at}/:coderId{[0-9]+}/removal`, accept('param', member), async (c) => {
  const { house, project, coder, reader } = c.var
  const { coderId } = c.req.valid('param')
  const name = await nameOf(c, coderId)
  await removeMember(house, { projectId: project.id, byId: coder.id, coderId })
  // Who leaves by themselves has no page here any more.
  return goTo(c, coderId === coder.id ? '/' : `/projects/${project.slug}/people`, { said: reader.say('people.removed', { name }) })
})

async function nameOf(c: Context<AppEnv>, coderId: number): Promise<string> {
  const found = (await readMembers(c.var.house, c.var.project.id)).find((one) => one.coderId === coderId)
  return c.var.reader.coderName(found?.name ?? '')
}

async function showPeople(c: Context<AppEnv>, link?: string) {
  const { house, project, reader } = c.var
  const manages = c.var.person.standing === 'in' && reader.may('manage')
  const view = (
    <PeoplePage
      slug={project.slug}
      members={await readMembers(house, project.id)}
      invited={manages ? await listInvited(house, project.id) : []}
      invitable={manages ? await listInvitable(house, project.id) : []}
      link={link}
    />
  )
  return show(c, { title: reader.say('people.title'), layout: 'page start' }, view)
}
