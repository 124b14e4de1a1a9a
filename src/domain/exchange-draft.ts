import type { Exchanged, ExchangedSource, ExchangeLoss, FoundHabit } from './exchanged.ts'
import type { ReadSpan, ReadSpeaker } from './read-source.ts'

/** A file of another program as it was read, before anything of it is kept. */
export type ExchangeDraft = {
  /** `study`: one of our own, whole, with its history. */
  readonly kind: 'project' | 'codebook' | 'study'
  /** By which a study of our own is known. */
  readonly study?: string
  readonly project: Exchanged
  readonly losses: readonly ExchangeLoss[]
  /** How its selections were counted; null where it has none. */
  readonly habit: FoundHabit | null
  readonly sources: readonly DraftHead[]
}
export type DraftHead = { readonly guid: string; readonly title: string; readonly length: number; readonly selections: number; readonly codings: number }

/** A source on disk while it waits: `file` is the number of its original there, and who speaks where was recognised. */
export type DraftSource = Omit<ExchangedSource, 'original'> & {
  readonly original: { readonly name: string; readonly file: number } | null
  readonly speakers: readonly ReadSpeaker[]
  readonly spans: readonly ReadSpan[]
}

/** What became of a file that was taken in. */
export type ExchangeReport = {
  coders: number
  codes: number
  sources: number
  knownSources: number
  /** Sources that stand here with another text, and how many codings could not be carried to it with certainty. */
  changedSources: number
  uncarried: number
  /** Codings that are not laid but wait in a review for somebody to say where they lie. */
  waiting: number
  cases: number
  quotations: number
  codings: number
  knownCodings: number
  memos: number
  sets: number
  /** Values of cases that were not taken: another stands, or they are too long. */
  misfits: number
}
