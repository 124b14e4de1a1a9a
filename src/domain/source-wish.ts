import type { ReadSummary } from './read-source.ts'
import type { SourceKind, SourceLanguage } from './source.ts'

/** What a person wants otherwise of a source than it was read; what is not named is as it was read. */
export type SourceWish = { keep?: boolean; title?: string; caseName?: string | null; language?: SourceLanguage; kind?: SourceKind }
/** Of a file and its sources, by `wishKey`. `keep` undefined: as proposed. */
export type FileWish = { keep?: boolean; sources: Record<string, SourceWish> }
/** By the number of the file. */
export type DraftWishes = Record<number, FileWish>

/** What a form says of one source: every field. */
export type SourceFields = { keep: boolean; title: string; caseName: string | null; language: SourceLanguage; kind: SourceKind }

/** Wishes hold on to a source by the title it was read with, so that they survive another way to read the file. `nth` tells namesakes apart. */
export function wishKey(title: string, nth: number): string {
  return nth === 0 ? title : `${title}\n${nth}`
}

/** The keys of sources by their titles, in order. */
export function wishKeys(titles: readonly string[]): string[] {
  const met = new Map<string, number>()
  return titles.map((title) => {
    const nth = met.get(title) ?? 0
    met.set(title, nth + 1)
    return wishKey(title, nth)
  })
}

/** Only what differs from how the source was read. An empty title is no wish. */
export function wishOf(read: Pick<ReadSummary, 'title' | 'caseName' | 'language' | 'kind'>, fields: SourceFields): SourceWish {
  return {
    ...(fields.keep ? {} : { keep: false }),
    ...(fields.title === read.title || fields.title === '' ? {} : { title: fields.title }),
    ...(fields.caseName === read.caseName ? {} : { caseName: fields.caseName }),
    ...(fields.language === read.language ? {} : { language: fields.language }),
    ...(fields.kind === read.kind ? {} : { kind: fields.kind }),
  }
}

/** A source, or its summary, as the person wants it. */
export function applyWish<S extends Pick<ReadSummary, 'title' | 'caseName' | 'language' | 'kind'>>(source: S, wish: SourceWish | undefined): S {
  const { keep: _, ...changes } = wish ?? {}
  return { ...source, ...changes }
}
