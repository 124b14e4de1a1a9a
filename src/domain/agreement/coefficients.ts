/**
 * How far coders agree, each a number up to 1; null where it is undefined (nobody to compare with, or nothing but chance to expect).
 * `n`: units that at least two coders rated. `percent` is 0 to 1 here.
 */
export type Coefficients = {
  n: number
  percent: number | null
  cohen: number | null
  fleiss: number | null
  alpha: number | null
  ac1: number | null
}
export type Coefficient = Exclude<keyof Coefficients, 'n'>

/** Units that were rated alike: the category by coder, -1 where a coder did not rate them. Values are below `values`; `categories` is how many a unit can have. */
export type Pattern = Int32Array

/**
 * The coefficients of `counts[i]` units of each pattern.
 * Percent: the share of pairs of coders who agree, by unit, over units that at least two rated.
 * Cohen: "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960); of two coders, over units that both rated.
 * Fleiss: "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971). On one code against all others it is his kappa of a category. He knows no
 * missing data; with them it is as Gwet has it, Handbook of Inter-Rater Reliability (4th ed., 2014), ch. 2 and 3: percent as above, chance from the mean share that each category
 * has of a unit's raters, over all units that anybody rated. Where all rated all it is Fleiss' own.
 * Krippendorff's alpha, nominal, with missing data: Content Analysis (2004), p. 230; "Computing Krippendorff's alpha-reliability" (2011).
 * Gwet's AC1: British Journal of Mathematical and Statistical Psychology 61 (2008); with missing data as in the same chapters: chance from all units that anybody rated.
 * His example of four raters with missing data is what his package irrCAC gives for `cac.raw4raters`: percent .81818, Fleiss .76117, alpha .74342, AC1 .77544.
 * Undefined (null) where chance alone explains everything: all have one value. Published cases: test/domain/agreement-published.test.ts.
 */
export function coefficientsOf(
  { patterns, values, categories }: { patterns: readonly Pattern[]; values: number; categories: number },
  counts: Float64Array,
): Coefficients {
  const coders = patterns[0]?.length ?? 0
  const sums = sumUp(patterns, counts, values)
  const percent = sums.n > 0 ? sums.agreeing / sums.n : null
  return {
    n: sums.n,
    percent,
    cohen: coders === 2 ? beyondChance(percent, chanceOfTwo(patterns, counts, values)) : null,
    fleiss: beyondChance(percent, squares(sums.share, sums.rated)),
    alpha: alphaOf(sums),
    ac1: beyondChance(percent, gwetChance(sums, categories)),
  }
}

type Sums = {
  n: number
  agreeing: number
  rated: number
  pairable: number
  disagreeing: number
  /** By category: shares of all units that anybody rated, and pairable values. */
  share: Float64Array
  values: Float64Array
}

function sumUp(patterns: readonly Pattern[], counts: Float64Array, categories: number): Sums {
  const list = () => new Float64Array(categories)
  const sums: Sums = {
    n: 0,
    agreeing: 0,
    rated: 0,
    pairable: 0,
    disagreeing: 0,
    share: list(),
    values: list(),
  }
  for (let index = 0; index < patterns.length; index++) if (counts[index]! > 0) add(sums, patterns[index]!, counts[index]!)
  return sums
}

function add(sums: Sums, pattern: Pattern, count: number): void {
  let raters = 0
  let pairs = 0
  for (let coder = 0; coder < pattern.length; coder++) {
    if (pattern[coder]! < 0) continue
    raters++
    for (let other = 0; other < coder; other++) if (pattern[other] === pattern[coder]) pairs++
  }
  if (raters === 0) return
  sums.rated += count
  const alike = raters > 1 ? (2 * pairs) / (raters * (raters - 1)) : 0
  for (let coder = 0; coder < pattern.length; coder++) {
    const value = pattern[coder]!
    if (value < 0) continue
    sums.share[value]! += count / raters
    if (raters > 1) sums.values[value]! += count
  }
  if (raters < 2) return
  sums.n += count
  sums.agreeing += count * alike
  sums.pairable += count * raters
  sums.disagreeing += count * raters * (1 - alike)
}

function beyondChance(observed: number | null, chance: number | null): number | null {
  return observed === null || chance === null || 1 - chance < 1e-12 ? null : (observed - chance) / (1 - chance)
}

function chanceOfTwo(patterns: readonly Pattern[], counts: Float64Array, categories: number): number | null {
  const [first, second] = [new Float64Array(categories), new Float64Array(categories)]
  let n = 0
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index]!
    const [a, b] = [pattern[0]!, pattern[1]!]
    if (a < 0 || b < 0) continue
    n += counts[index]!
    first[a]! += counts[index]!
    second[b]! += counts[index]!
  }
  return n > 0 ? first.reduce((sum, one, category) => sum + (one / n) * (second[category]! / n), 0) : null
}

function squares(shares: Float64Array, n: number): number | null {
  return n > 0 ? shares.reduce((sum, share) => sum + (share / n) ** 2, 0) : null
}

function alphaOf({ values, pairable, disagreeing }: Sums): number | null {
  const expected = values.reduce((sum, one) => sum + one * (pairable - one), 0)
  return expected > 0 ? 1 - ((pairable - 1) * disagreeing) / expected : null
}

function gwetChance({ share, rated }: Sums, categories: number): number | null {
  if (rated === 0 || categories < 2) return null
  return share.reduce((sum, one) => sum + (one / rated) * (1 - one / rated), 0) / (categories - 1)
}
