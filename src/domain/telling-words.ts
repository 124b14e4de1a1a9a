import type { ListedWord } from './word-list.ts'

/** A word that a code's passages have more of than all that is said. `likelihood` is G², `ratio` how many times as often, as a binary logarithm. */
export type TellingWord = { word: string; count: number; likelihood: number; ratio: number }

/** Words at most. More make a search for everything. */
const MOST = 15
/** G² that a difference is taken for more than chance from: what one in a hundred words of a text cut at random reaches. */
const LEAST_LIKELIHOOD = 6.63
/** At least half as often again. */
const LEAST_RATIO = Math.log2(1.5)

/** The words that tell a code's passages (the first side) from all that is said (the second), the most telling first. A word said once tells nothing. */
export function tellingWords(words: readonly ListedWord[]): TellingWord[] {
  return words
    .flatMap(({ word, sides, likelihood, ratio }) => {
      const { count } = sides[0]!
      if (count < 2 || likelihood === null || ratio === null || likelihood < LEAST_LIKELIHOOD || ratio < LEAST_RATIO) return []
      return [{ word, count, likelihood, ratio }]
    })
    .sort((a, b) => b.likelihood - a.likelihood || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST)
}
