import { logLikelihood, logRatio, type Rate } from './keyness.ts'

/** Said at least twice there, and more often than chance would have it (G² for one in a hundred), by half as much again. */
const LEAST_COUNT = 2
const LEAST_LIKELIHOOD = 6.63
const LEAST_RATIO = Math.log2(1.5)

/**
 * Where a word is most over-represented: the theme (by its place in `themes`) whose quotations have it most beyond what the rest of what is counted has;
 * null where no theme has more of it than chance would give. The first of several that have it alike.
 */
export function themeOfWord(themes: readonly Rate[], whole: Rate): number | null {
  let best: { at: number; likelihood: number } | null = null
  for (const [at, theme] of themes.entries()) {
    const rest = { count: Math.max(0, whole.count - theme.count), total: Math.max(0, whole.total - theme.total) }
    const ratio = logRatio(theme, rest)
    if (theme.count < LEAST_COUNT || ratio === null || ratio < LEAST_RATIO) continue
    const likelihood = logLikelihood(theme, rest)
    if (likelihood >= LEAST_LIKELIHOOD && likelihood > (best?.likelihood ?? 0)) best = { at, likelihood }
  }
  return best?.at ?? null
}
