import { createMiddleware } from 'hono/factory'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import type { AppEnv } from './env.ts'

const CARRIES_FILES = /\/(imports|replacements|exchanges)$/

/** Work on so many requests at once, in all and of one coder, and refuse what comes beyond, before any of it is read; once the program is being stopped, all that comes. */
export function admit() {
  const each = new Map<number, number>()
  let all = 0
  return createMiddleware<AppEnv>(async (c, next) => {
    const { id } = c.var.coder
    const mine = each.get(id) ?? 0
    if (c.var.stopping?.aborted) throw new Refusal('busy', 'refusal.stopping')
    if (all >= limits.inHand) throw new Refusal('busy', 'refusal.busy')
    // Who is signed out is nobody: at a password or a link they are counted by where they come from.
    if (id !== 0 && mine >= limits.inHandEach) throw new Refusal('too-many', 'refusal.too-many-requests')
    if (CARRIES_FILES.test(c.req.path) && c.req.method === 'POST' && c.var.pool.waiting('reading') >= limits.readings)
      throw new Refusal('busy', 'refusal.busy-imports')
    all++
    each.set(id, mine + 1)
    try {
      await next()
    } finally {
      all--
      const left = each.get(id)! - 1
      if (left === 0) each.delete(id)
      else each.set(id, left)
    }
  })
}
