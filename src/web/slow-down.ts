import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { Refusal } from '../domain/refusal.ts'
import { Tries } from '../domain/tries.ts'
import type { AppEnv } from './env.ts'

const MINUTE = 60_000
const houses = new WeakMap<object, Tries>()

function triesAt(house: object): Tries {
  const tries = houses.get(house) ?? new Tries()
  houses.set(house, tries)
  return tries
}

/** Count a try at a link before it is looked at. */
export function countTry(c: Context<AppEnv>): void {
  refuseFor(c, triesAt(c.var.house).link(addressOf(c), Date.now()))
}

/** Count a try at somebody's password before it is looked at. @returns what forgives those from here, for whoever knew it */
export function countPassword(c: Context<AppEnv>, { name, device }: { name: string; device: string | undefined }): () => void {
  const whose = name.normalize('NFKC').trim().toLowerCase().slice(0, 200)
  const { wait, forgive } = triesAt(c.var.house).password({ address: addressOf(c), name: whose, device }, Date.now())
  refuseFor(c, wait)
  return forgive
}

/** Refused, with how long to wait, where there were too many. */
function refuseFor(c: Context<AppEnv>, wait: number): void {
  if (wait <= 0) return
  const seconds = Math.ceil(wait / 1000)
  c.header('Retry-After', `${seconds}`)
  throw new Refusal('too-many', 'refusal.too-often', { n: Math.ceil(wait / MINUTE), seconds })
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
