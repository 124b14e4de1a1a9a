/** How a word of the text answers a word of the search, the best first; a number so that words can be told in one byte. */
export const EXACT = 4
export const STEM = 3
export const COMPOUND = 2
export const PREFIX = 1

export type MatchKind = 'exact' | 'stem' | 'compound' | 'prefix'
const names: readonly MatchKind[] = ['prefix', 'compound', 'stem', 'exact']

export function kindName(kind: number): MatchKind {
  return names[kind - 1]!
}
