import type { Context } from 'hono'
import type { Refusal } from '../domain/refusal.ts'
import { type WrongInFilter, wrongInFilter } from '../domain/wrong-in-filter.ts'
import type { AppEnv } from './env.ts'

/** What a page was asked with, or a form sent, when its filter was refused: which field holds it, and where in it. */
type FilterRefusal = { method: 'get' | 'post'; asked: (readonly [string, string])[]; name: string; wrong: WrongInFilter | null }

/** Read from a request to a project which of its fields was refused as a filter; null where the refusal is of something else. */
export async function filterRefusal(c: Context<AppEnv>, { key, values }: Refusal): Promise<FilterRefusal | null> {
  const method = c.req.method === 'GET' ? 'get' : 'post'
  if (!c.var.project || !/^refusal\.(?:filter-|no-such-set|set-of-itself)/.test(key)) return null
  const asked = await fieldsOf(c)
  for (const [name, value] of asked) {
    const wrong = wrongInFilter(value, { key, values })
    if (wrong) return { method, asked, name, wrong }
  }
  return asked.some(([name, value]) => name === 'filter' && value !== '') ? { method, asked, name: 'filter', wrong: null } : null
}

async function fieldsOf(c: Context<AppEnv>): Promise<(readonly [string, string])[]> {
  const fields = c.req.method === 'GET' ? [...new URL(c.req.url).searchParams] : Object.entries(await c.req.parseBody({ all: true }))
  return fields.flatMap(([name, value]) => [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one.toWellFormed()] as const] : [])))
}
