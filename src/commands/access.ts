import { isIP } from 'node:net'
import { Refusal } from '../domain/refusal.ts'
import type { Access } from '../web/env.ts'
import { type Context, Usage } from './command.ts'

export const accessOptions = { host: { type: 'string' }, url: { type: 'string' }, 'trusted-proxy': { type: 'string' } } as const

/**
 * How the server is reached, as its options say: `host` to listen on, and what the app is to know of it. Where others may reach it people sign in, and its
 * address is known: the one that was said, else that of the host, once `listensAt` has told the port.
 */
export function readAccess(options: Context['options']): { host: string; access: Access; listensAt: (port: number) => void } {
  const host = String(options['host'] ?? '127.0.0.1')
  const said = options['url'] === undefined ? undefined : addressIn(String(options['url']))
  const trustedProxy = options['trusted-proxy'] === undefined ? undefined : String(options['trusted-proxy'])
  if (trustedProxy !== undefined && isIP(trustedProxy) === 0) throw new Usage()
  const beyond = !['127.0.0.1', 'localhost', '::1'].includes(host)
  if (beyond && !said && ['0.0.0.0', '::', ''].includes(host)) throw new Refusal('invalid', 'refusal.address-needed', { host })
  let own: URL | undefined
  const access = {
    accounts: beyond || said !== undefined,
    trustedProxy,
    get address() {
      return said ?? own
    },
  }
  const listensAt = (port: number) => {
    if (beyond) own = addressOf(host, port)
  }
  return { host, access, listensAt }
}

/** Where a server answers. */
export function addressOf(host: string, port: number): URL {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
}

function addressIn(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined
  const whole = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search + url.hash + url.username === ''
  if (!whole) throw new Refusal('invalid', 'refusal.bad-address', { address: written })
  return url
}
