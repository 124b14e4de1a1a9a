import { type MatchKind, matchKinds } from '../domain/match-kind.ts'

/** How a word of the text answers a word of the search, the best first; a number so that words can be told in one byte. */
export const EXACT = 6
export const STEM = 5
export const SYNONYM = 4
export const COMPOUND = 3
export const PREFIX = 2
export const FUZZY = 1

export function kindName(kind: number): MatchKind {
  return matchKinds[EXACT - kind]!
}

export function kindOfName(name: MatchKind): number {
  return EXACT - matchKinds.indexOf(name)
}
