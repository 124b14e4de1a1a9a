import { type Coefficient, type Coefficients, coefficientsOf } from './coefficients.ts'
import { countPatterns, type Rated, type Ratings, sizesByRaters } from './ratings.ts'

type Interval = readonly [number, number]
export type Intervals = Record<Coefficient, Interval | null>
export const REPLICATES = 1000
export const SEED = 1960
/** In so large a share of the draws a coefficient may be undefined (a rare code is not drawn at all) before its interval is. */
const UNDEFINED_AT_MOST = 0.2
const names: readonly Coefficient[] = ['percent', 'cohen', 'fleiss', 'alpha', 'ac1']

/**
 * 95 % intervals by bootstrap (Efron's percentiles): the blocks are drawn again with replacement, the same draws for every question, from a
 * fixed seed, so that the same study gives the same interval.
 */
export function intervalsOf(ratings: Ratings, questions: readonly Rated[]): Intervals[] {
  const draws = questions.map(() => names.map(() => [] as number[]))
  const blocks = ratings.sizes.length
  if (blocks > 1) {
    const random = randomFrom(SEED)
    const times = new Uint16Array(blocks)
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      times.fill(0)
      for (let draw = 0; draw < blocks; draw++) times[Math.floor(random() * blocks)]!++
      const sizes = sizesByRaters(ratings, times)
      for (const [at, rated] of questions.entries()) keep(draws[at]!, coefficientsOf(rated, countPatterns(rated, sizes, times)))
    }
  }
  return draws.map((kept) => Object.fromEntries(names.map((name, at) => [name, middle(kept[at]!)])) as Intervals)
}

function keep(draws: number[][], found: Coefficients): void {
  for (const [at, name] of names.entries()) if (found[name] !== null) draws[at]!.push(found[name])
}

function middle(draws: number[]): Interval | null {
  if (draws.length < REPLICATES * (1 - UNDEFINED_AT_MOST)) return null
  const sorted = Float64Array.from(draws).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))]!
  return [at(0.025), at(0.975)]
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, by Tommy Ettinger, in the public domain). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
