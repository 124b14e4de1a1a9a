import type { AttributeType } from './attribute.ts'
import type { SourceKind, SourceLanguage, SourceStatus } from './source.ts'
import type { Span } from './span.ts'

/**
 * A project on its way between programs, as REFI-QDA can hold it. Things refer to each other by their place in these lists,
 * for identifiers of real files are neither always unique nor always there. `guid` is '' where the file gave none that can be used.
 */
export type Exchanged = {
  readonly name: string
  /** The program that wrote it. */
  readonly origin: string
  readonly description: string
  readonly users: readonly ExchangedUser[]
  /** In reading order: a code always stands after its parent. */
  readonly codes: readonly ExchangedCode[]
  readonly variables: readonly ExchangedVariable[]
  readonly cases: readonly ExchangedCase[]
  readonly memos: readonly ExchangedMemo[]
  readonly sets: readonly ExchangedSet[]
}
export type ExchangedUser = { readonly guid: string; readonly name: string }
export type ExchangedCode = {
  readonly guid: string
  readonly parent: number | null
  readonly label: string
  readonly color: number | null
  readonly definition: string
  readonly whenToUse: string
  readonly whenNot: string
  readonly example: string
  readonly retired: boolean
}
export type ExchangedVariable = { readonly guid: string; readonly name: string; readonly type: AttributeType }
export type ExchangedCase = {
  readonly guid: string
  readonly name: string
  readonly kind: string
  readonly values: readonly { readonly variable: number; readonly value: string }[]
  readonly sources: readonly number[]
}
/** `user` null, `at` '': the file does not say. */
type Made = { readonly user: number | null; readonly at: string }
type ExchangedCoding = Made & { readonly guid: string; readonly code: number }
/** Offsets are UTF-16 units of the source's text. `unplaced`: its words, where the file does not say where in the text they are; the span is then a guess, empty where there is none. */
export type ExchangedSelection = Span & { readonly guid: string; readonly codings: readonly ExchangedCoding[]; readonly unplaced?: string }
export type ExchangedMemo = Made & { readonly guid: string; readonly text: string; readonly on: MemoPlace }
/** What a memo is on; a selection by its number within its source, a coding by its number within the selection. */
export type MemoPlace =
  | { readonly kind: 'project' }
  | { readonly kind: 'source' | 'case' | 'code'; readonly at: number }
  | { readonly kind: 'quotation'; readonly at: number; readonly selection: number }
  | { readonly kind: 'coding'; readonly at: number; readonly selection: number; readonly coding: number }
export type ExchangedSet = { readonly guid: string; readonly name: string; readonly codes: readonly number[]; readonly sources: readonly number[] }

/** A source with its text, apart from the rest: there may be many, and large. */
export type ExchangedSource = {
  readonly guid: string
  readonly title: string
  readonly kind: SourceKind
  readonly language: SourceLanguage
  readonly status: SourceStatus
  readonly madeAt: string
  readonly text: string
  readonly original: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly selections: readonly ExchangedSelection[]
}

/** How a program counts where a selection lies. `crlf`: what a line end of two characters counts; `inclusive`: the end is the last character itself. */
export type OffsetHabit = { readonly unit: 'utf16' | 'code-points'; readonly crlf: 1 | 2; readonly inclusive: boolean }
/** How the habit of a file was found out, and how many selections speak for it. */
export type FoundHabit = OffsetHabit & { readonly by: 'words' | 'edges' | 'origin' | 'standard'; readonly agree: number; readonly of: number }

/** What a file of another program held that could not be taken in, or not as it was. */
const importLosses = [
  'media',
  'media-selections',
  'pdf-selections',
  'source-codings',
  'no-text',
  'text-from-document',
  'to-place',
  'selections-cut',
  'selections-out-of-range',
  'selections-empty',
  'selections-without-text',
  'codings-lost',
  'codings-without-code',
  'links',
  'descriptions',
  'graphs',
  'set-members',
  'case-codes',
  'case-selections',
  'case-sources',
  'source-values',
  'values-unknown',
  'codes-doubled',
  'codes-deep',
  'codes-lifted',
  'colors',
  'names-mended',
  'memos-cut',
] as const
/** What a project holds that REFI-QDA has no place for. */
const exportLosses = [
  'turns',
  'guides',
  'answers',
  'findings',
  'waiting',
  'versions',
  'originals',
  'made-by',
  'examples',
  'dynamic-sets',
  'searches',
  'synonyms',
  'cases-memos',
  'history',
  'beyond-plane',
] as const
export type ExchangeLoss = { readonly kind: (typeof importLosses)[number] | (typeof exportLosses)[number]; readonly count: number }

/** Counts what is lost while something is read or written. */
export class LossCounter {
  readonly #counts = new Map<ExchangeLoss['kind'], number>()

  add(kind: ExchangeLoss['kind'], count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  list(): ExchangeLoss[] {
    const order = [...importLosses, ...exportLosses]
    return order.flatMap((kind) => (this.#counts.has(kind) ? [{ kind, count: this.#counts.get(kind)! }] : []))
  }
}
