import type { House } from '../storage/open.ts'

/** Whoever waits for a long piece of work: is told how far it has come, and may let it be. */
export type Watch = { readonly onProgress?: ((done: number, of: number) => void) | undefined; readonly signal?: AbortSignal | undefined }

/** A long piece of work that somebody waits for. It is forgotten when the house is closed. */
export type UnderWay<T = unknown> = {
  progress: { done: number; of: number }
  cancelled: boolean
  readonly stop: AbortController
  outcome: { result: T } | { error: unknown } | undefined
  finished: Promise<void>
}

const works = new WeakMap<House['write'], Map<string, UnderWay>>()

/** Begin a piece of work under a key; what was under it is let go. `work` tells how far it has come, and asks whether it is still wanted, or has the signal. */
export function begin<T>(
  house: House,
  key: string,
  work: (watch: { onProgress: (done: number, of: number) => void; isCancelled: () => boolean; signal: AbortSignal }) => Promise<T>,
): UnderWay<T> {
  letGo(house, key)
  const stop = new AbortController()
  const under: UnderWay<T> = { progress: { done: 0, of: 1 }, cancelled: false, stop, outcome: undefined, finished: Promise.resolve() }
  const onProgress = (done: number, of: number) => {
    under.progress = { done, of }
  }
  under.finished = work({ onProgress, isCancelled: () => under.cancelled, signal: stop.signal }).then(
    (result) => {
      under.outcome = { result }
    },
    (error) => {
      under.outcome = { error }
    },
  )
  const known = works.get(house.write) ?? new Map<string, UnderWay>()
  works.set(house.write, known.set(key, under))
  return under
}

/** What is under way, or came of it, under a key. */
export function findUnderWay<T>(house: House, key: string): UnderWay<T> | undefined {
  return works.get(house.write)?.get(key) as UnderWay<T> | undefined
}

/** Nobody waits for it any more: it stops at once where it has the signal, else where it next asks, and is forgotten. */
export function letGo(house: House, key: string): void {
  const known = works.get(house.write)
  const under = known?.get(key)
  if (under) under.cancelled = true
  under?.stop.abort(new Error('Nobody waits for it any more.'))
  known?.delete(key)
}

/** What came of it; undefined where it is not there after so many milliseconds. What it was refused with is thrown. */
export async function outcomeOf<T>(under: UnderWay<T>, patience: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([under.finished, new Promise((resolve) => (timer = setTimeout(resolve, patience)))])
  clearTimeout(timer)
  if (under.outcome && 'error' in under.outcome) throw under.outcome.error
  return under.outcome?.result
}
