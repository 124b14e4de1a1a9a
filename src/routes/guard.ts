import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { Refusal } from '../domain/refusal.ts'
import type { ProjectRight } from '../domain/role.ts'
import { listProjectsFor, listProjectsOf } from '../services/list-projects.ts'
import { localCoder } from '../services/local-coder.ts'
import { whoHolds } from '../services/sign-in.ts'
import type { AppEnv } from '../web/env.ts'
import { type Person, personMay, sessionToken, slugIn } from '../web/person.ts'
import { rightOf } from '../web/rights.ts'

type Who = { person: Person; coder: AppEnv['Variables']['coder'] }
const NOBODY = { id: 0, name: '', onlyHere: false }

/** Who asks: where people sign in whoever holds the session, and never who a cookie says that they are; else whoever sits at the computer. */
export async function whoAsks(c: Context<AppEnv>, chosen: string | undefined): Promise<Who> {
  const { house, access } = c.var
  const { shared, ...local } = await localCoder(house, chosen)
  if (!shared && !access.accounts) return { person: { standing: 'local' }, coder: local }
  const token = sessionToken(c)
  const slug = slugIn(c.req.path)
  const held = token ? await whoHolds(house, token, slug) : undefined
  if (!held) return { person: { standing: 'out' }, coder: NOBODY }
  const account = { id: held.accountId, name: held.accountName, sessionId: held.sessionId }
  return { person: { standing: 'in', slug, role: held.role, account }, coder: { id: held.coderId, name: held.coderName, onlyHere: false } }
}

/**
 * The one place where it is decided who may do what: the right that the table names for the address, held against who asks. A project that somebody has no
 * role in is not there for them; whether there is such an address in it is not told either.
 */
export const guard = createMiddleware<AppEnv>(async (c, next) => {
  const { person } = c.var
  const asked = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  const right = asked ? rightOf(asked.method, asked.path) : 'signed-in'
  if (right === undefined) throw new Error(`No right is named for ${asked!.method} ${asked!.path}.`)
  if (!personMay(person, right)) refuse(person, right)
  if (right !== 'open') refuseAnother(c)
  if (person.standing === 'in' && person.slug !== '' && person.role === null) throw new Refusal('not-found', 'refusal.no-project')
  await next()
})

/** What a page sends that was drawn for somebody else, who was at work in this browser before, is not theirs who are now: their page keeps it until they are back. */
function refuseAnother(c: Context<AppEnv>): void {
  const said = c.req.header('Utsaga-Coder')
  if (said !== undefined && said !== `${c.var.coder.id}`) throw new Refusal('signed-out', 'refusal.another-here')
}

function refuse(person: Person, right: string): never {
  if (person.standing === 'out') throw new Refusal('signed-out', 'refusal.signed-out')
  if (right === 'local') throw new Refusal('forbidden', 'refusal.local-only')
  if (person.standing === 'in' && person.role === null) throw new Refusal('not-found', 'refusal.no-project')
  throw new Refusal('forbidden', 'refusal.role')
}

/** Whether who asked may still do so: for answers that go on for long. */
export async function stillMay(c: Context<AppEnv>, right: 'read'): Promise<boolean> {
  try {
    return personMay((await whoAsks(c, undefined)).person, right)
  } catch {
    return false
  }
}

/** The projects in which who asks may do what a right allows; all of them where nobody signs in. */
export async function projectsFor(c: Context<AppEnv>, right: ProjectRight) {
  const { house, person, coder } = c.var
  return person.standing === 'local' ? listProjectsOf(house) : listProjectsFor(house, coder.id, right)
}

/** A project that is named in a form, for who may do something in it. Refused as any other that is not there. */
export async function projectNamed(c: Context<AppEnv>, slug: string, right: ProjectRight) {
  const project = (await projectsFor(c, right)).find((one) => one.slug === slug)
  if (!project) throw new Refusal('not-found', 'refusal.no-project')
  return project
}
