import type { Attribution } from './attribution.ts'
import { type Span, unionOf } from './span.ts'

/**
 * What stands along one side of a matrix: members numbered from 0. A coding falls under them by its code or its coder, a
 * quotation by its source, by the places of answers and turns that it meets, or by the cases that it counts for.
 */
export type Axis =
  | { readonly by: 'code'; readonly size: number; readonly membersOf: Members }
  | { readonly by: 'coder'; readonly size: number; readonly membersOf: Members }
  | { readonly by: 'source'; readonly size: number; readonly membersOf: Members }
  /** By source: the members that have places there; a member's places are in order and do not overlap. */
  | { readonly by: 'place'; readonly size: number; readonly placesIn: ReadonlyMap<number, readonly Places[]> }
  /** Each case stands under one member. */
  | { readonly by: 'case'; readonly size: number; readonly memberOf: ReadonlyMap<number, number> }
type Members = ReadonlyMap<number, readonly number[]>
export type Places = { readonly member: number; readonly spans: readonly Span[] }

const NOWHERE: readonly Span[] = []

/** Where in a source the words of a member are said: null is anywhere. Codes and coders say nothing about where. */
export function placesOfMember(axis: Axis, member: number, sourceId: number, attribution: Attribution): readonly Span[] | null {
  if (axis.by === 'code' || axis.by === 'coder') return null
  if (axis.by === 'source') return axis.membersOf.get(sourceId)?.includes(member) ? null : NOWHERE
  if (axis.by === 'place') return axis.placesIn.get(sourceId)?.find((one) => one.member === member)?.spans ?? NOWHERE
  return placesOfCases((caseId) => axis.memberOf.get(caseId) === member, sourceId, attribution)
}

/** Where in a source the words of some cases are said: null is anywhere. */
export function placesOfCases(isOne: (caseId: number) => boolean, sourceId: number, attribution: Attribution): readonly Span[] | null {
  const spans: Span[] = []
  for (const caseId of attribution.casesIn(sourceId)) {
    if (!isOne(caseId)) continue
    const own = attribution.placesOf(sourceId, caseId)
    if (own === null) return null
    spans.push(...own)
  }
  return unionOf(spans)
}
