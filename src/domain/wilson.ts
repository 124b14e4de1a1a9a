/** A share, and between which shares it lies with 95 % confidence. */
export type Interval = { readonly share: number; readonly low: number; readonly high: number }

/** The normal quantile of 95 % confidence, two-sided. */
const Z = 1.959963984540054

/** Wilson's score interval of k of n, without continuity correction (Wilson 1927; method 3 of Newcombe 1998a). Null where n is 0. */
export function wilson(k: number, n: number): Interval | null {
  if (n === 0) return null
  const share = k / n
  const middle = 2 * n * share + Z * Z
  const half = Z * Math.sqrt(Z * Z + 4 * n * share * (1 - share))
  const of = 2 * (n + Z * Z)
  return { share, low: k === 0 ? 0 : (middle - half) / of, high: k === n ? 1 : (middle + half) / of }
}

/** The difference between two shares, a less b, with Newcombe's hybrid score interval (method 10 of Newcombe 1998b). Null where one of them has no base. */
export function differenceOfShares(a: { k: number; n: number }, b: { k: number; n: number }): Interval | null {
  const [one, other] = [wilson(a.k, a.n), wilson(b.k, b.n)]
  if (!one || !other) return null
  const share = one.share - other.share
  return {
    share,
    low: share - Math.hypot(one.share - one.low, other.high - other.share),
    high: share + Math.hypot(one.high - one.share, other.share - other.low),
  }
}
