import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from './env.ts'

/** What was done, and the way back: what a toast says. */
export type Said = { said: string; undoTo?: string | undefined; redoTo?: string | undefined }
const COOKIE = 'said'

/** Let the next page say what was done: the sentence waits in a short-lived cookie. */
export function sayNext(c: Context<AppEnv>, toast: Said): void {
  const short = { ...toast, said: toast.said.slice(0, 400) }
  setCookie(c, COOKIE, JSON.stringify(short), { path: '/', maxAge: 30, httpOnly: true, sameSite: 'Lax' })
}

/** What the page before wanted said, once. Anything that is not ours is dropped. */
export function takeSaid(c: Context<AppEnv>): Said | undefined {
  const kept = getCookie(c, COOKIE)
  if (!kept) return undefined
  setCookie(c, COOKIE, '', { path: '/', maxAge: 0, httpOnly: true, sameSite: 'Lax' })
  try {
    const { said, undoTo, redoTo } = JSON.parse(kept) as Said
    const local = (path: unknown) => (typeof path === 'string' && /^\/(?!\/)[\w/-]+$/.test(path) ? path : undefined)
    return typeof said === 'string' ? { said, undoTo: local(undoTo), redoTo: local(redoTo) } : undefined
  } catch {
    return undefined
  }
}
