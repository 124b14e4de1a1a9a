import type { SearchNote } from '../domain/found-lines.ts'
import type { FoundPlace } from '../domain/found-place.ts'
import type { MatchKind } from '../domain/match-kind.ts'
import type { Query } from '../domain/query.ts'
import type { SourceLanguage } from '../domain/source.ts'
import type { FacetCounts } from './facets.ts'
import type { SynonymSuggestion } from './suggest-synonyms.ts'

/** Where a matched word stands: offsets into the source's text. `term`: which of the words that are asked for it answers, from 0 in their order. */
export type Mark = { readonly start: number; readonly end: number; readonly kind: MatchKind; readonly term?: number }

/** A paragraph that answers, in its source. `start` and `end` are the paragraph's; `places` are its matching words, those side by side together, as the text goes; `best` is the best of them, or how it begins where no words were asked for. */
export type ParagraphHit = {
  readonly sourceId: number
  /** The number that people cite by. */
  readonly paragraph: number
  readonly start: number
  readonly end: number
  readonly text: string
  /** Where the words begin, after the speaker's label. */
  readonly saidFrom: number
  readonly marks: readonly Mark[]
  readonly best: FoundPlace
  readonly places: readonly FoundPlace[]
}
/** A line of a memo that answers; offsets are into the memo's text. */
export type MemoHit = Omit<ParagraphHit, 'sourceId' | 'saidFrom'> & { readonly memoId: number }

/** The best first, or as the paragraphs stand in the project. */
export type SearchOrder = 'best' | 'text'
export type SearchOptions = {
  readonly limit?: number
  readonly offset?: number
  readonly order?: SearchOrder /** Count what the search can be narrowed by, too. */
  readonly facets?: boolean
  /** A coder, of whose sight alone it is searched: codings and memos that are hidden from them are not there. */
  readonly sees?: number
}

/** `total` and `sources` count every hit, however few are given. Memos are searched for words alone: a search with conditions finds none. */
export type Found = {
  readonly total: number
  readonly sources: readonly { readonly id: number; readonly hits: number }[]
  readonly hits: readonly ParagraphHit[]
  readonly memos: { readonly total: number; readonly hits: readonly MemoHit[] }
  readonly notes: readonly SearchNote[]
}

/** `versionId`: the text that was searched. */
export type SearchHit = ParagraphHit & {
  readonly source: string
  readonly caseNames: readonly string[]
  readonly versionId: number
  readonly language: SourceLanguage
}
/** How far the building of an index has come, in sources. */
export type Building = { readonly done: number; readonly of: number }
export type SearchResult = Omit<Found, 'hits'> & {
  /** What the search was read as. Conditions that name what the project does not have are among its problems, and hold for nothing. */
  readonly query: Query
  readonly hits: readonly SearchHit[]
  readonly milliseconds: number
  /** The index was still being built, and the texts were read through instead. */
  readonly meanwhile: Building | null
  /** What it can be narrowed by, where that was asked for and the index stands. */
  readonly facets: FacetCounts | null
}

/** Search in the texts and memos of a project, in a thread of its own: nobody waits for an index but who asks. */
export type Searcher = {
  /** The same searcher, which finds only what a coder may see. */
  seenBy(coderId: number): Searcher
  /** Fifty hits unless told otherwise, never more than a thousand. Finds what is in the database now: imports, removals and undo show at once. */
  search(projectId: number, query: string, options?: SearchOptions): Promise<SearchResult>
  /** Words of the corpus that may mean the same and are not among the project's synonyms; null while the index is being built. */
  suggestSynonyms(projectId: number): Promise<readonly SynonymSuggestion[] | null>
  /** Begin to index a project before anybody asks. */
  warm(projectId: number): void
  /** How far the index of a project has come; null where none is being built. */
  building(projectId: number): Building | null
  /** Let go of the thread and all it remembers; the next search starts a new one. */
  rest(): Promise<void>
  close(): Promise<void>
}
