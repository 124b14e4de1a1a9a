import type { Context } from 'hono'
import type { Refusal } from '../domain/refusal.ts'
import { type WrongInFilter, wrongInFilter } from '../domain/wrong-in-filter.ts'
import type { AppEnv } from './env.ts'

/** What a page was asked with when its filter was refused: which field holds it, and where in it. */
type FilterRefusal = { asked: (readonly [string, string])[]; name: string; wrong: WrongInFilter | null }

/** Read from a request for a page of a project which of its fields was refused as a filter; null where the refusal is of something else. */
export function filterRefusal(c: Context<AppEnv>, { key, values }: Refusal): FilterRefusal | null {
  if (c.req.method !== 'GET' || !c.var.project || !/^refusal\.(?:filter-|no-such-set|set-of-itself)/.test(key)) return null
  const asked = [...new URL(c.req.url).searchParams].map(([name, value]) => [name, value.toWellFormed()] as const)
  for (const [name, value] of asked) {
    const wrong = wrongInFilter(value, { key, values })
    if (wrong) return { asked, name, wrong }
  }
  return asked.some(([name, value]) => name === 'filter' && value !== '') ? { asked, name: 'filter', wrong: null } : null
}
