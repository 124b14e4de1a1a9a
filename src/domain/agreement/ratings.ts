import type { Pattern } from './coefficients.ts'

/**
 * What coders did with the same units. Blocks are what an interval draws again (a unit; of characters, a paragraph): each has `sizes` units and is
 * rated by the coders whose bits are set in `raters`. Rows are the units of a block on which somebody put a code; all others have none.
 */
export type Ratings = {
  readonly coders: number
  readonly sizes: Float64Array
  readonly raters: Int32Array
  readonly rows: readonly RatedRow[]
}
/** `size` units of a block. `codes`: by coder, distinct ids in order. */
export type RatedRow = { readonly block: number; readonly size: number; readonly codes: readonly (readonly number[])[] }

/** Ratings by one question (is this code there? which codes are there?): which rows are not as if nothing was coded, and their patterns. */
export type Rated = {
  readonly patterns: readonly Pattern[]
  /** How many values stand in patterns at most, and how many a unit can have: that of nothing coded is one only where it is somewhere. */
  readonly values: number
  readonly categories: number
  /** For each row that counts: its block, its size, its pattern, and the pattern that it would have with nothing coded. */
  readonly rows: readonly { block: number; size: number; pattern: number; empty: number }[]
  /** The pattern of an uncoded unit, by the bits of its raters. */
  readonly empty: ReadonlyMap<number, number>
}

/** Each unit is with or without a code: on any of `codeIds`, which are the code and those below it. */
export function rateCode(ratings: Ratings, codeIds: ReadonlySet<number>): Rated {
  return rate(ratings, (codes) => (codes.some((id) => codeIds.has(id)) ? 1 : 0), 2)
}

/** The value of a unit is all the codes on it together; none is a value too. */
export function rateTogether(ratings: Ratings): Rated {
  const known = new Map<string, number>([['', 0]])
  const valueFor = (codes: readonly number[]) => {
    const key = codes.join(' ')
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key)!
  }
  const rated = rate(ratings, valueFor, 0)
  return { ...rated, values: known.size, categories: known.size - (isAllCoded(rated, ratings) ? 1 : 0) }
}

/** Is there no unit without a code? */
function isAllCoded({ patterns, rows }: Rated, { sizes }: Ratings): boolean {
  const left = Float64Array.from(sizes)
  for (const { block, size } of rows) left[block]! -= size
  return left.every((size) => size === 0) && rows.every(({ pattern }) => !patterns[pattern]!.includes(0))
}

function rate(ratings: Ratings, valueFor: (codes: readonly number[]) => number, categories: number): Rated {
  const patterns: Pattern[] = []
  const known = new Map<string, number>()
  const indexOf = (raters: number, values: readonly number[]) => {
    const pattern = Int32Array.from(values, (value, coder) => (raters & (1 << coder) ? value : -1))
    const key = pattern.join(' ')
    if (!known.has(key)) known.set(key, patterns.push(pattern) - 1)
    return known.get(key)!
  }
  const nothing = new Array<number>(ratings.coders).fill(0)
  const empty = new Map([...new Set(ratings.raters)].map((raters) => [raters, indexOf(raters, nothing)]))
  const rows = ratings.rows.flatMap(({ block, size, codes }) => {
    const raters = ratings.raters[block]!
    const pattern = indexOf(raters, codes.map(valueFor))
    return pattern === empty.get(raters) ? [] : [{ block, size, pattern, empty: empty.get(raters)! }]
  })
  return { patterns, values: categories, categories, rows, empty }
}

/** How many units have each pattern, each block taken as often as `times` says. */
export function countPatterns({ patterns, rows, empty }: Rated, sizeOf: ReadonlyMap<number, number>, times?: Uint16Array): Float64Array {
  const counts = new Float64Array(patterns.length)
  for (const [raters, pattern] of empty) counts[pattern]! += sizeOf.get(raters) ?? 0
  for (const row of rows) {
    const size = times ? row.size * times[row.block]! : row.size
    counts[row.pattern]! += size
    counts[row.empty]! -= size
  }
  return counts
}

/** How many units the same coders rated, by their bits, each block taken as often as `times` says. */
export function sizesByRaters({ sizes, raters }: Ratings, times?: Uint16Array): Map<number, number> {
  const sum = new Float64Array(Math.max(0, ...new Set(raters)) + 1)
  for (let block = 0; block < sizes.length; block++) sum[raters[block]!]! += times ? sizes[block]! * times[block]! : sizes[block]!
  return new Map([...new Set(raters)].map((one) => [one, sum[one]!]))
}
