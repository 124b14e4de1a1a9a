/** How many distinct ids each of some places has met, where equal ids come one after another. */
export class Distinct {
  readonly counts: Uint32Array
  readonly #last: Uint32Array

  constructor(places: number) {
    this.counts = new Uint32Array(places)
    this.#last = new Uint32Array(places)
  }

  /** @returns whether the place had not met this id. Ids are above nothing. */
  meet(place: number, id: number): boolean {
    if (this.#last[place] === id) return false
    this.#last[place] = id
    this.counts[place]!++
    return true
  }
}

/** The same for things numbered from 0 that come in any order: a bit for each pair, or a set where those would be too many. */
export class DistinctAnywhere {
  readonly counts: Uint32Array
  readonly #things: number
  readonly #bits: Uint32Array | null
  readonly #pairs = new Set<number>()

  constructor(places: number, things: number) {
    this.counts = new Uint32Array(places)
    this.#things = things
    this.#bits = places * things <= MOST ? new Uint32Array((places * things + 31) >>> 5) : null
  }

  meet(place: number, thing: number): void {
    if (this.has(place, thing)) return
    const pair = place * this.#things + thing
    if (this.#bits) this.#bits[pair >>> 5]! |= 1 << (pair & 31)
    else this.#pairs.add(pair)
    this.counts[place]!++
  }

  has(place: number, thing: number): boolean {
    const pair = place * this.#things + thing
    return this.#bits ? (this.#bits[pair >>> 5]! & (1 << (pair & 31))) !== 0 : this.#pairs.has(pair)
  }
}
/** Sixteen megabytes. */
const MOST = 128 * 1024 * 1024
