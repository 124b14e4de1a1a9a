import type { Pattern } from './coefficients.ts'

/**
 * What coders did with the same units. Blocks are what an interval draws again (a unit; of characters, a paragraph): each has `sizes` units and is
 * rated by the coders whose bits are set in the one of `raters` that `ratersAt` says. Rows are the units of a block on which somebody put a code; all others have none.
 */
export type Ratings = {
  readonly coders: number
  readonly sizes: Float64Array
  readonly raters: readonly number[]
  readonly ratersAt: Int32Array
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
  /** Of each row that counts: its block, its size, its pattern, and the pattern that it would have with nothing coded. */
  readonly block: Int32Array
  readonly size: Float64Array
  readonly pattern: Int32Array
  readonly emptyOf: Int32Array
  /** The pattern of an uncoded unit, by its raters. */
  readonly empty: Int32Array
}

/** The rows of each code, by its id: looked up once for all codes. */
export function rowsByCode({ rows }: Ratings): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [at, { codes }] of rows.entries())
    for (const id of new Set(codes.flat())) {
      const there = found.get(id)
      if (there) there.push(at)
      else found.set(id, [at])
    }
  return found
}

/** Each unit is with or without a code: on any of `codeIds`, which are the code and those below it. */
export function rateCode(ratings: Ratings, codeIds: ReadonlySet<number>, byCode = rowsByCode(ratings)): Rated {
  const rows = [...new Set([...codeIds].flatMap((id) => byCode.get(id) ?? []))]
  return rate(
    ratings,
    rows.map((at) => ratings.rows[at]!),
    (codes) => (codes.some((id) => codeIds.has(id)) ? 1 : 0),
    2,
  )
}

/** The value of a unit is all the codes on it together; none is a value too. */
export function rateTogether(ratings: Ratings): Rated {
  const known = new Map<string, number>([['', 0]])
  const valueFor = (codes: readonly number[]) => {
    const key = codes.join(' ')
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key)!
  }
  const rated = rate(ratings, ratings.rows, valueFor, 0)
  return { ...rated, values: known.size, categories: known.size - (isAllCoded(rated, ratings) ? 1 : 0) }
}

/** Is there no unit without a code? */
function isAllCoded({ patterns, block, size, pattern }: Rated, { sizes }: Ratings): boolean {
  const left = Float64Array.from(sizes)
  for (const [row, at] of block.entries()) left[at]! -= size[row]!
  return left.every((units) => units === 0) && pattern.every((one) => !patterns[one]!.includes(0))
}

function rate(ratings: Ratings, rows: readonly RatedRow[], valueFor: (codes: readonly number[]) => number, categories: number): Rated {
  const patterns: Pattern[] = []
  const known = new Map<string, number>()
  const indexOf = (raters: number, values: readonly number[]) => {
    const pattern = Int32Array.from(values, (value, coder) => (raters & (1 << coder) ? value : -1))
    const key = pattern.join(' ')
    if (!known.has(key)) known.set(key, patterns.push(pattern) - 1)
    return known.get(key)!
  }
  const nothing = new Array<number>(ratings.coders).fill(0)
  const empty = Int32Array.from(ratings.raters, (raters) => indexOf(raters, nothing))
  const counted = rows.flatMap(({ block, size, codes }) => {
    const at = ratings.ratersAt[block]!
    const pattern = indexOf(ratings.raters[at]!, codes.map(valueFor))
    return pattern === empty[at] ? [] : [{ block, size, pattern, empty: empty[at]! }]
  })
  return {
    patterns,
    values: categories,
    categories,
    block: Int32Array.from(counted, (row) => row.block),
    size: Float64Array.from(counted, (row) => row.size),
    pattern: Int32Array.from(counted, (row) => row.pattern),
    emptyOf: Int32Array.from(counted, (row) => row.empty),
    empty,
  }
}

/** How many units have each pattern, each block taken as often as `times` says; `sizes`: units by raters, each block as often. */
export function countPatterns({ patterns, block, size, pattern, emptyOf, empty }: Rated, sizes: Float64Array, times?: Uint16Array): Float64Array {
  const counts = new Float64Array(patterns.length)
  for (let raters = 0; raters < empty.length; raters++) counts[empty[raters]!]! += sizes[raters]!
  for (let row = 0; row < block.length; row++) {
    const units = times ? size[row]! * times[block[row]!]! : size[row]!
    counts[pattern[row]!]! += units
    counts[emptyOf[row]!]! -= units
  }
  return counts
}

/** How many units the same coders rated, in the order of `raters`, each block taken as often as `times` says. */
export function sizesByRaters({ sizes, raters, ratersAt }: Ratings, times?: Uint16Array): Float64Array {
  const sum = new Float64Array(raters.length)
  for (let block = 0; block < sizes.length; block++) sum[ratersAt[block]!]! += times ? sizes[block]! * times[block]! : sizes[block]!
  return sum
}
