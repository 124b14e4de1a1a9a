import { AlreadyDone } from '../domain/already-done.ts'
import { findActByWish } from '../storage/acts.ts'
import type { House } from '../storage/open.ts'
import { withWish } from '../storage/wish.ts'

const underWay = new WeakMap<House['write'], Map<string, Promise<unknown>>>()

/** Do what a page asks for under a wish, once however often it is sent. Throws AlreadyDone where it was done before; while it is being done, that is waited for. */
export async function doOnce<T>(house: House, wish: string, work: () => Promise<T>): Promise<T> {
  const known = underWay.get(house.write) ?? new Map<string, Promise<unknown>>()
  underWay.set(house.write, known)
  await known.get(wish)
  const actId = await findActByWish(house.read, wish)
  if (actId !== undefined) throw new AlreadyDone(actId)
  const doing = withWish(wish, work)
  const ended = doing.catch(() => {}).finally(() => known.delete(wish))
  known.set(wish, ended)
  return doing
}
