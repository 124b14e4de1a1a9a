/** How many tries are let through within a time, for each key. */
export type Limit = { readonly most: number; readonly milliseconds: number }
/** Keys that are remembered at once; those not heard of for longest are forgotten first. */
const KEYS = 10_000

/** Counts tries by key, in bounded memory. The clock is the caller's; one that goes backwards only lets a key begin anew. */
export class Attempts {
  readonly #limit: Limit
  readonly #known = new Map<string, { since: number; n: number }>()

  constructor(limit: Limit) {
    this.#limit = limit
  }

  /** Count a try. @returns milliseconds to wait until the next is let through; 0 where this one is */
  count(key: string, now: number): number {
    const { most, milliseconds } = this.#limit
    const known = this.#known.get(key)
    const fresh = !known || now - known.since >= milliseconds || now < known.since
    const kept = fresh ? { since: now, n: 1 } : { since: known.since, n: known.n + 1 }
    this.#known.delete(key)
    this.#known.set(key, kept)
    if (this.#known.size > KEYS) this.#known.delete(this.#known.keys().next().value!)
    return kept.n > most ? kept.since + milliseconds - now : 0
  }

  /** What a key tried no longer counts. */
  forgive(key: string): void {
    this.#known.delete(key)
  }

  get size(): number {
    return this.#known.size
  }
}
