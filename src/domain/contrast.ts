import type { Standing } from './asked.ts'
import type { FindingState } from './finding.ts'
import type { Span } from './span.ts'

/** What a quotation is to its theme: said by somebody judged to say so, to deny it, or to do either in part; by somebody who does not know; or by anybody, where nothing is judged. */
export const contrastSides = ['yes', 'no', 'partly', 'dont-know', 'said'] as const
export type ContrastSide = (typeof contrastSides)[number]
export type CaseView = { readonly caseId: number; readonly standing: Standing; readonly state: FindingState | null }
/** A quotation of a theme: `coders` and `codes` are how many put how many codes of the theme on it. */
export type Candidate = Span & {
  readonly id: number
  readonly sourceId: number
  readonly caseIds: readonly number[]
  readonly coders: number
  readonly codes: number
  readonly example: boolean
  /** Somebody has picked it as what a finding rests on. */
  readonly picked: boolean
}
/** A quotation to read first, with its words and where they stand; `caseName` is whose view it shows. */
export type ContrastQuotation = {
  side: ContrastSide
  id: number
  /** The first that somebody put of the theme on it: what is asked about it is asked of that one's coder. */
  codingId: number
  source: { id: number; title: string }
  start: number
  end: number
  paragraph: number
  words: string
  caseName: string
}
export type Contrast = { side: ContrastSide; quotation: Candidate; caseId: number }[]

/** So many of each side: two where they are against it, or where there is no other side. */
const most: Readonly<Record<ContrastSide, number>> = { yes: 1, no: 2, partly: 1, 'dont-know': 1, said: 2 }

/**
 * The quotations to read first of a theme: for each side one or two, of different cases. First what somebody has picked as evidence, then what the codebook shows as an example, then what more
 * coders have coded, then what more codes of the theme are on, then what is of a length that can be quoted; else as the study goes.
 */
export function contrastOf(candidates: readonly Candidate[], views: readonly CaseView[]): Contrast {
  const sideOf = new Map(views.map((view) => [view.caseId, sideOfCase(view, views)]))
  const ranked = [...candidates].sort((a, b) => rankOf(b) - rankOf(a))
  return contrastSides.flatMap((side) => {
    const seen = new Set<number>()
    const chosen: Contrast = []
    for (const quotation of ranked) {
      const caseId = quotation.caseIds.find((id) => sideOf.get(id) === side && !seen.has(id))
      if (caseId === undefined || chosen.length === most[side]) continue
      seen.add(caseId)
      chosen.push({ side, quotation, caseId })
    }
    return chosen
  })
}

/** Somebody is on the side that was judged; unjudged among judged is on none. */
function sideOfCase({ state, standing }: CaseView, views: readonly CaseView[]): ContrastSide | null {
  if (state) return state
  if (standing === 'dont_know') return 'dont-know'
  return views.some((one) => one.state) ? null : 'said'
}

/** Evidence weighs more than an example, which weighs more than any number of coders, a coder more than any number of codes. */
function rankOf({ picked, example, coders, codes, start, end }: Candidate): number {
  return (picked ? 1e7 : 0) + (example ? 1e6 : 0) + coders * 1e4 + Math.min(codes, 99) * 100 + readable(end - start)
}

/** From 0 to 99: best between a sentence and a short paragraph, which is what is quoted in a report. */
function readable(length: number): number {
  if (length < 80) return (99 * length) / 80
  return length <= 280 ? 99 : Math.max(0, 99 - (length - 280) / 8)
}
