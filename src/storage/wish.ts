import { AsyncLocalStorage } from 'node:async_hooks'

/** The name that a page gave what it asks for, carried from the request to the act that does it. */
const wishes = new AsyncLocalStorage<{ wish: string | null }>()

/** Let the first act that `work` performs bear a wish. */
export function withWish<T>(wish: string, work: () => T): T {
  return wishes.run({ wish }, work)
}

/** The wish of what is being done, once: what else the same request does bears none. */
export function takeWish(): string | null {
  const held = wishes.getStore()
  const wish = held?.wish ?? null
  if (held) held.wish = null
  return wish
}
