import type { Standing } from './asked.ts'
import type { FindingState } from './finding.ts'

/** The parts of a denominator: together they are all that are in the base. */
export const partsOfBase = ['yes', 'partly', 'no', 'quoted', 'silent', 'dont-know', 'unanswered'] as const
/** Those outside the base; `beside` are judged, or speak of it, without being asked. */
export const partsOutside = ['beside', 'waiting', 'not-asked', 'no-source', 'outside-guide'] as const
export const caseParts = [...partsOfBase, ...partsOutside] as const
export type CasePart = (typeof caseParts)[number]
export type PartCounts = Readonly<Record<CasePart, number>>
/** A case under a theme or a question: how it stands, whether it is quoted, how it is judged. */
export type PlacedCase = { readonly standing: Standing; readonly quoted: boolean; readonly state: FindingState | null }

/** Whether a theme is counted by what cases were judged to say; else by whether they have quotations. */
export function isJudged(cases: readonly Pick<PlacedCase, 'state'>[]): boolean {
  return cases.some(({ state }) => state !== null)
}

const outside = { not_asked: 'not-asked', no_source: 'no-source', outside_guide: 'outside-guide' } as const

/**
 * The one part that a case belongs to, on every page and in every file: what it was judged to say; else, among judged, that it
 * does not know; else that it is quoted; else what became of the question. A case outside the base is in no part of it, however it is judged.
 */
export function partOf({ standing, quoted, state }: PlacedCase, judged: boolean): CasePart {
  if (standing === 'waiting') return 'waiting'
  if (standing === 'not_asked' || standing === 'no_source' || standing === 'outside_guide') return (judged ? state : quoted) ? 'beside' : outside[standing]
  if (state) return state
  if (quoted && !(judged && standing === 'dont_know')) return 'quoted'
  if (standing === 'dont_know') return 'dont-know'
  return standing === 'unanswered' ? 'unanswered' : 'silent'
}

export function countParts(parts: readonly CasePart[]): PartCounts {
  const counts = Object.fromEntries(caseParts.map((part) => [part, 0])) as Record<CasePart, number>
  for (const part of parts) counts[part]++
  return counts
}

/** How many of the base are counted: they say yes, or where nobody is judged they are quoted. */
export function saidOf({ judged, parts }: { readonly judged: boolean; readonly parts: PartCounts }): number {
  return judged ? parts.yes : parts.quoted
}

type Counted = { readonly judged: boolean; readonly parts: PartCounts }
/**
 * How many of the base somebody has yet to judge, where those who say yes are counted: nobody knows what they say. Who does not know, or did not
 * answer, has no need of it.
 */
export function unjudgedOf({ judged, parts }: Counted): number {
  return judged ? parts.quoted + parts.silent : 0
}

/** Where those who say yes are counted and nobody of the base is judged there is no share of them: not 0. */
export function isUnknown(count: Counted): boolean {
  const { yes, no, partly } = count.parts
  return unjudgedOf(count) > 0 && yes + no + partly === 0
}

/** The judged of a base, as files tell them: `yes`, `no`, `partly`, `not_judged` and `no_stand` (they don't know, or did not answer) together are the base; `judged_outside` are in none. */
export function judgedOf({ judged, parts }: Counted) {
  const { yes, no, partly, beside } = parts
  return { yes, no, partly, not_judged: parts.quoted + parts.silent, judged_outside: judged ? beside : 0, no_stand: parts['dont-know'] + parts.unanswered }
}
