import type { Context } from 'hono'
import type { AppEnv } from './env.ts'

/** The name that a page gave what it asks for; asked for again under it, it is done once. */
const WISH = 'Utsaga-Wish'
/** In a request: the act up to which the page shows everything. In an answer: that all that changed after it is drawn. */
export const SINCE = 'Utsaga-Since'
/** In an answer: the newest act at the moment that it shows. */
export const ACT = 'Utsaga-Act'

/** What a page asks for has one name; nothing where it has none, or what is no name. */
export function wishOf(c: Context<AppEnv>): string | undefined {
  const wish = c.req.header(WISH)
  return wish && /^[0-9a-f-]{36}$/.test(wish) ? wish : undefined
}

/** The act up to which the page that asks shows everything. */
export function sinceOf(c: Context<AppEnv>): number | undefined {
  const since = c.req.header(SINCE)
  return since && /^\d{1,15}$/.test(since) ? Number(since) : undefined
}
