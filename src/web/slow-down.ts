import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { Attempts } from '../domain/attempts.ts'
import { Refusal } from '../domain/refusal.ts'
import type { AppEnv } from './env.ts'

const MINUTE = 60_000
/** Tries at a password or a link: enough for anybody who has forgotten theirs, far too few to guess one of twelve letters. A whole department may share one address. */
const byAddress = { most: 40, milliseconds: 5 * MINUTE }
const byName = { most: 10, milliseconds: 15 * MINUTE }

type Counters = { address: Attempts; name: Attempts }
const counters = new WeakMap<object, Counters>()

/** Count a try at a secret before it is looked at, by where it comes from and by whose it is. Refused, with how long to wait, where there were too many. @returns what forgives those at a name, for whoever knew its password; an address is forgiven by time alone, else one's own account would open the way to others */
export function countTry(c: Context<AppEnv>, name?: string, now = Date.now()): () => void {
  const { house } = c.var
  const known = counters.get(house) ?? { address: new Attempts(byAddress), name: new Attempts(byName) }
  counters.set(house, known)
  const address = addressOf(c)
  const key = name?.normalize('NFKC').trim().toLowerCase().slice(0, 200)
  const wait = Math.max(known.address.count(address, now), key === undefined ? 0 : known.name.count(key, now))
  if (wait > 0) {
    const minutes = Math.ceil(wait / MINUTE)
    c.header('Retry-After', `${Math.ceil(wait / 1000)}`)
    throw new Refusal('too-many', 'refusal.too-often', { n: minutes, seconds: Math.ceil(wait / 1000) })
  }
  return () => {
    if (key !== undefined) known.name.forgive(key)
  }
}

/** Where a request comes from. A proxy is believed about whom it forwards only where it was named, and only the last that it says: what stands before may be anybody's words. */
function addressOf(c: Context<AppEnv>): string {
  const from = connectionOf(c)
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
  return forwarded && from === c.var.access.trustedProxy ? forwarded.slice(0, 60) : from
}

function connectionOf(c: Context<AppEnv>): string {
  const server = c.env as { incoming?: unknown } | undefined
  return server?.incoming ? (getConnInfo(c).remote.address ?? '').replace(/^::ffff:/, '') : ''
}
