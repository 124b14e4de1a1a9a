import type { Context } from 'hono'
import type { AppEnv } from './env.ts'

/** Path and query of the page that htmx says it asks from; nothing where it says none or writes no address. */
export function currentPath(c: Context<AppEnv>): string | undefined {
  const current = c.req.header('HX-Current-URL')
  if (!current || !URL.canParse(current)) return undefined
  const url = new URL(current)
  return url.pathname + url.search
}
