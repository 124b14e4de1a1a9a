/** How many tries are let through within a time, for each key. `longest`: who goes on after waiting waits twice as long each time, up to this. */
export type Limit = { readonly most: number; readonly milliseconds: number; readonly longest?: number }
type Known = { readonly since: number; readonly n: number; readonly milliseconds: number }
/** Keys that are remembered at once; those not heard of for longest are forgotten first. */
const KEYS = 10_000

/** Counts tries by key, in bounded memory. The clock is the caller's; one that goes backwards only lets a key begin anew. */
export class Attempts {
  readonly #limit: Limit
  readonly #known = new Map<string, Known>()

  constructor(limit: Limit) {
    this.#limit = limit
  }

  /** Count a try. @returns milliseconds to wait until the next is let through; 0 where this one is */
  count(key: string, now: number): number {
    const kept = this.#next(this.#known.get(key), now)
    this.#known.delete(key)
    this.#known.set(key, kept)
    if (this.#known.size > KEYS) this.#known.delete(this.#known.keys().next().value!)
    return kept.n > this.#limit.most ? kept.since + kept.milliseconds - now : 0
  }

  #next(known: Known | undefined, now: number): Known {
    const { most, milliseconds, longest = milliseconds } = this.#limit
    if (!known || now < known.since) return { since: now, n: 1, milliseconds }
    const over = now - known.since - known.milliseconds
    if (over < 0) return { ...known, n: known.n + 1 }
    // Who had to wait and soon tries again is let wait longer the next time; who leaves it be for as long again begins anew.
    const goesOn = known.n > most && over < known.milliseconds
    return { since: now, n: 1, milliseconds: goesOn ? Math.min(2 * known.milliseconds, longest) : milliseconds }
  }

  /** What a key tried no longer counts. */
  forgive(key: string): void {
    this.#known.delete(key)
  }

  get size(): number {
    return this.#known.size
  }
}
