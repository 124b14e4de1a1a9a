import type { KeyedCode } from './code.ts'

/** A quotation of the list with the selected codings on it. `paragraph` is its number to cite by. */
export type ListedQuotation = {
  id: number
  /** By which it is known for good. */
  guid: string
  source: { id: number; title: string }
  start: number
  end: number
  paragraph: number
  words: string
  before: string
  after: string
  cases: string[]
  codes: KeyedCode[]
  coders: string[]
  /** The selected codings on it, by their code. */
  codings: { codeId: number; ids: number[] }[]
  /** Its words show what a code means: the codings by which they do. */
  examples: number[]
  /** A finding rests on it; told where the filter is of how cases were judged. */
  evidence: boolean
  /** Codes of other codings that overlap it. */
  also: KeyedCode[]
  /** What it stands under where the list is grouped, with how many of the list stand there. */
  group: { key: string; label: string; n: number } | null
}
/** One page of a filter's quotations; `total` counts the whole list. `more`: where the list goes on after it. `grouped`: how many cases or sources have any, of how many. */
export type QuotationPage = {
  quotations: ListedQuotation[]
  total: { quotations: number; codings: number }
  page: number
  pages: number
  more: { after: number; page: number } | null
  grouped: { some: number; of: number } | null
  /** The key of what the quotation before the first one stands under. */
  before: string | null
  /** How many stand under each, by key. */
  counts: ReadonlyMap<string, number> | null
  /** What those keys are called. */
  names: ReadonlyMap<string, string> | null
}
