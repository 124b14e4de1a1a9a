import type { Kwic } from '../../src/domain/kwic.ts'
import type { LineOrder } from '../../src/domain/kwic-order.ts'
import type { MatchKind } from '../../src/domain/match-kind.ts'
import type { Query } from '../../src/domain/query.ts'

/** What the search page shows, as the service gives it. */
export type Line = {
  sourceId: number
  versionId: number
  under: string
  paragraph: number
  start: number
  end: number
  kwic: Kwic
  kind: MatchKind
  codes: { id: number; key: string; tone: number; depth: number; label: string; around: boolean }[]
}
/** A line of a memo; the places of what answers are in the memo. */
export type FoundMemo = { memoId: number; start: number; text: string; marks: readonly { start: number; end: number; kind: MatchKind }[] }
/** What should be said of a word of the search. */
export type Note =
  | { kind: 'alike'; word: string; words: readonly string[] }
  | { kind: 'meant'; word: string; instead: string; query: string }
  | { kind: 'unguessed'; words: readonly string[]; most: number }
/** A code that a search may mean, and the search with it. */
export type Meant = { by: 'part' | 'name'; code: { key: string; tone: number; depth: number; label: string }; query: string }
export type FoundLines = {
  query: Query
  order: LineOrder
  total: number
  lines: Line[]
  under: ReadonlyMap<string, number>
  spread: { kind: 'cases' | 'sources'; hit: number; of: number }
  names: Readonly<Record<string, string>>
  notes: readonly Note[]
  codesMeant: readonly Meant[]
  memos: { total: number; hits: readonly FoundMemo[] }
  meanwhile: { done: number; of: number } | null
}
