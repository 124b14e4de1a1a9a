import type { MatchKind } from './match-kind.ts'

/** Where a matched word stands: offsets into the source's text. */
export type Mark = { readonly start: number; readonly end: number; readonly kind: MatchKind }

/** A paragraph that answers, in its source. `start` and `end` are the paragraph's; `best` is the span of its best matching words. */
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
  readonly best: Mark
}

/** The best first, or as the paragraphs stand in the project. */
export type SearchOrder = 'best' | 'text'
export type SearchOptions = { readonly limit?: number; readonly offset?: number; readonly order?: SearchOrder }

/** `total` and `sources` count every hit, however few are given. */
export type Found = {
  readonly total: number
  readonly sources: readonly { readonly id: number; readonly hits: number }[]
  readonly hits: readonly ParagraphHit[]
}

export type SearchHit = ParagraphHit & { readonly source: string; readonly caseNames: readonly string[] }
export type SearchResult = Omit<Found, 'hits'> & { readonly hits: readonly SearchHit[]; readonly milliseconds: number }

/** Search in the texts of a project, in a thread of its own: nobody waits for an index but who asks. */
export type Searcher = {
  /** Fifty hits unless told otherwise, never more than a thousand. Finds what is in the database now: imports, removals and undo show at once. */
  search(projectId: number, query: string, options?: SearchOptions): Promise<SearchResult>
  /** Begin to index a project before anybody asks. */
  warm(projectId: number): void
  /** Let go of the thread and all it remembers; the next search starts a new one. */
  rest(): Promise<void>
  close(): Promise<void>
}
