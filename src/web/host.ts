import type { Context } from 'hono'
import { Refusal } from '../domain/refusal.ts'
import type { AppEnv } from './env.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

/**
 * Another site's name that points to this machine must not read what is here, and no act of another site is ours. Behind a proxy the address is the one that
 * was stated: what a request says of itself is not believed.
 */
export function refuseStrangers(c: Context<AppEnv>, asked: URL | undefined): void {
  const { address } = c.var.access
  const known =
    asked !== undefined && (address ? asked.host === address.host || (c.req.path === '/health' && loopback.test(asked.host)) : loopback.test(asked.host))
  if (!known) throw new Refusal('forbidden', 'refusal.cross-site')
  // csrf() looks at the media types of forms alone.
  const origin = c.req.header('Origin')
  if (origin !== undefined && origin !== originOf(c) && !['GET', 'HEAD'].includes(c.req.method)) throw new Refusal('forbidden', 'refusal.cross-site')
}

/** Where the pages of this installation come from, as browsers name it. */
export function originOf(c: Context<AppEnv>): string {
  return c.var.access.address?.origin ?? new URL(c.req.url).origin
}
