import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refusal } from '../domain/refusal.ts'
import { type Role, roleMay } from '../domain/role.ts'
import { ABSOLUTE } from '../domain/session-life.ts'
import type { Access, AppEnv } from './env.ts'
import type { Right } from './rights.ts'

/**
 * Who asks. `local`: nobody signs in here, and whoever sits at the computer may do everything. `in`: signed in, with a role in the project `slug` of the
 * address, or none. `out`: signed out.
 */
export type Person =
  | { standing: 'local' }
  | { standing: 'in'; slug: string; role: Role | null; account: { id: number; name: string; sessionId: number } }
  | { standing: 'out' }

/** Whether a person may do what needs a right, in the project of the address. */
export function personMay(person: Person, right: Right): boolean {
  if (person.standing === 'local' || right === 'open') return true
  if (person.standing === 'out' || right === 'local') return false
  return right === 'signed-in' || (person.role !== null && roleMay(person.role, right))
}

/** The project that a path is about, as the router reads it; empty where it is about none. */
export function slugIn(path: string): string {
  const written = /^\/projects\/([^/]+)/.exec(path)?.[1] ?? ''
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

const isSecure = (access: Access) => access.address?.protocol === 'https:'
/** A cookie of that name is only taken from a browser that got it over HTTPS, from this very host. */
const nameOf = (access: Access) => (isSecure(access) ? '__Host-session' : 'session')

export function sessionToken(c: Context<AppEnv>): string | undefined {
  return getCookie(c, nameOf(c.var.access))
}

/** Let this browser be signed in. Its language and looks stay its own. */
export function keepSession(c: Context<AppEnv>, token: string): void {
  const { access } = c.var
  setCookie(c, nameOf(access), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(access), maxAge: ABSOLUTE / 1000 })
}

export function dropSession(c: Context<AppEnv>): void {
  deleteCookie(c, nameOf(c.var.access), { path: '/', secure: isSecure(c.var.access) })
}

/** What this browser keeps to be known as one where somebody has signed in. */
const deviceOf = (access: Access, accountId: number) => `${isSecure(access) ? '__Host-' : ''}device-${accountId}`

export function deviceToken(c: Context<AppEnv>, accountId: number): string | undefined {
  return getCookie(c, deviceOf(c.var.access, accountId))
}

export function keepDevice(c: Context<AppEnv>, accountId: number, token: string): void {
  const { access } = c.var
  setCookie(c, deviceOf(access, accountId), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(access), maxAge: KNOWN_FOR })
}
/** A year, in seconds. */
const KNOWN_FOR = 365 * 86_400

/** The account of who asks. Where nobody signs in there is none. */
export function accountOf(c: Context<AppEnv>): { id: number; name: string; sessionId: number } {
  const { person } = c.var
  if (person.standing !== 'in') throw new Refusal('not-found', 'refusal.no-page')
  return person.account
}
