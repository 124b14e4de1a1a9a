/** Numbers that look random and are the same on every run. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from `from` to `to`, both among them. */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to draw words and places with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, whole, pick: (from) => from[whole(0, from.length - 1)]! }
}
