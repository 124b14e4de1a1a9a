import type { CaseGroup } from './cloud-request.ts'
import { logLikelihood, logRatio } from './keyness.ts'
import type { ComparedWord } from './word-count.ts'

export const wordOrders = ['count', 'units', 'word', 'keyness'] as const
export type WordOrder = (typeof wordOrders)[number]

/** A word with its numbers in each group: said `count` times, in `units` cases, `perThousand` words. The last two only where two groups are compared. */
export type ListedWord = {
  readonly word: string
  readonly forms: readonly string[]
  readonly sides: readonly { readonly count: number; readonly units: number; readonly perThousand: number }[]
  readonly likelihood: number | null
  readonly ratio: number | null
}
/** A group of a list: all its words (`total`, stop words too) and cases or sources (`of`). */
type ListedGroup = { readonly group: CaseGroup | null; readonly total: number; readonly of: number; readonly quotations: number | null }
export type WordList = {
  readonly words: readonly ListedWord[]
  readonly groups: readonly ListedGroup[]
  readonly all: number
  readonly unit: 'case' | 'source'
}

export const WORDS_A_PAGE = 100

/** Words with their rates in each group of `totals` words, and, of two groups, how much each tells them apart. */
export function listWords(words: readonly ComparedWord[], totals: readonly number[]): ListedWord[] {
  return words.map(({ word, forms, sides }) => {
    const rates = sides.map(({ count }, at) => ({ count, total: totals[at]! }))
    const [a, b] = rates
    return {
      word,
      forms,
      sides: sides.map(({ count, units }, at) => ({ count, units, perThousand: totals[at] ? (count / totals[at]) * 1000 : 0 })),
      likelihood: a && b ? logLikelihood(a, b) : null,
      ratio: a && b ? logRatio(a, b) : null,
    }
  })
}

/** In the order asked for; words that are equal in it by how often they are said, then by their letters. */
export function sortWords(words: readonly ListedWord[], order: WordOrder): ListedWord[] {
  const sum = ({ sides }: ListedWord, of: 'count' | 'units') => sides.reduce((total, side) => total + side[of], 0)
  const letters = (a: ListedWord, b: ListedWord) => collator.compare(a.word, b.word)
  const by: Record<WordOrder, (a: ListedWord, b: ListedWord) => number> = {
    count: (a, b) => sum(b, 'count') - sum(a, 'count'),
    units: (a, b) => sum(b, 'units') - sum(a, 'units'),
    word: letters,
    keyness: (a, b) => (b.likelihood ?? 0) - (a.likelihood ?? 0),
  }
  return [...words].sort((a, b) => by[order](a, b) || by.count(a, b) || letters(a, b))
}
const collator = new Intl.Collator('sv')
