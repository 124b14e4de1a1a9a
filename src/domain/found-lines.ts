import type { KeyedCode } from './code.ts'
import type { CodeMeant } from './codes-meant.ts'
import type { Kwic } from './kwic.ts'
import type { LineOrder } from './kwic-order.ts'
import type { MatchKind } from './match-kind.ts'
import type { Query } from './query.ts'

/** A hit as a line, or a place in it: its best words in their context, offsets into the source, and the codes that lie on those words already; of the codes that the search asks for, also those elsewhere in the paragraph, as `around`. */
export type FoundLine = {
  sourceId: number
  /** The text that was searched. */
  versionId: number
  source: string
  /** The names of its cases. */
  cases: string
  /** The cases' names, else the source's title: what the line stands under. */
  under: string
  paragraph: number
  /** Of its best words, in the source's text. */
  start: number
  end: number
  kwic: Kwic
  /** How its best words answer. */
  kind: MatchKind
  /** How many more places of the paragraph answer as well and have no line. */
  others: number
  codes: (Omit<KeyedCode, 'path'> & { around: boolean })[]
}

export type FoundLines = {
  query: Query
  order: LineOrder
  total: number
  lines: FoundLine[]
  /** How many lines there are where each place of a hit has its own, of the hits that were read; else null. */
  places: number | null
  /** Hits under each name, all of them, shown or not. */
  under: ReadonlyMap<string, number>
  /** How many cases (of those with a source) have a hit; where the project has no cases, sources. */
  spread: { kind: 'cases' | 'sources'; hit: number; of: number }
  /** The names of what its conditions name by id, by `code:12`. */
  names: Readonly<Record<string, string>>
  notes: readonly SearchNote[]
  /** Codes that it may mean, where it names none. */
  codesMeant: readonly CodeMeant[]
  memos: { total: number; hits: readonly FoundMemo[] }
  /** The index was still being built; the texts were read through instead. */
  meanwhile: { readonly done: number; readonly of: number } | null
}
/** A line of a memo; the places of what answers are in the memo. */
export type FoundMemo = { memoId: number; start: number; text: string; marks: readonly { start: number; end: number; kind: MatchKind }[] }

/**
 * What should be said of a word of the search: nothing is written so, and these words are spelt nearly so (`alike`); or there is a
 * much commoner word that is spelt nearly so (`meant`), and `query` is the search with it instead;
 * or only `most` words are taken for misspelt, and these were not looked at (`unguessed`).
 */
export type SearchNote =
  | { readonly kind: 'alike'; readonly word: string; readonly words: readonly string[] }
  | { readonly kind: 'meant'; readonly word: string; readonly instead: string; readonly query: string }
  | { readonly kind: 'unguessed'; readonly words: readonly string[]; readonly most: number }
