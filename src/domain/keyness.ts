/** How often a word is said, and among how many words. */
export type Rate = { readonly count: number; readonly total: number }

/**
 * Log-likelihood (G²) of a word's frequencies in two groups, over its two cells: 2 Σ observed · ln(observed / expected).
 * 0 where the word is equally frequent in both. Source: Rayson & Garside 2000, "Comparing corpora using frequency profiling".
 */
export function logLikelihood(a: Rate, b: Rate): number {
  const all = a.total + b.total
  if (a.total === 0 || b.total === 0) return 0
  const share = (a.count + b.count) / all
  const cell = ({ count, total }: Rate) => (count === 0 ? 0 : count * Math.log(count / (total * share)))
  return Math.max(0, 2 * (cell(a) + cell(b)))
}

/**
 * Log Ratio: the binary logarithm of how many times as frequent a word is in the first group. 1 is twice as frequent, −1 half.
 * A word that a group never says is taken for half a word. Source: Hardie 2014, "Log Ratio – an informal introduction".
 * null where a group has no words at all.
 */
export function logRatio(a: Rate, b: Rate): number | null {
  if (a.total === 0 || b.total === 0) return null
  return Math.log2((a.count || 0.5) / a.total / ((b.count || 0.5) / b.total))
}
