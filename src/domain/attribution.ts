import { type Span, unionOf } from './span.ts'

/** A turn of somebody who is a case. */
export type CaseTurn = Span & { readonly sourceId: number; readonly caseId: number }
/** Which cases a stretch of a source counts for, in the order of their ids. Where one case alone speaks, or none, every stretch has the same list: who counts many can tell by that. */
export type Attribution = {
  casesOf(sourceId: number, start: number, end: number): readonly number[]
  /** Every case that any stretch of the source counts for. */
  casesIn(sourceId: number): readonly number[]
  /** Where in a source the words are a case's own: null is all of it. In order, without overlaps. */
  placesOf(sourceId: number, caseId: number): readonly Span[] | null
}

type Spoken = readonly { readonly caseId: number; readonly spans: readonly Span[]; readonly alone: readonly number[] }[]
const NONE: readonly number[] = []
const NOWHERE: readonly Span[] = []

/**
 * A stretch counts for the cases whose turns it overlaps, in a source that has turns of cases; elsewhere for every case
 * of the source.
 */
export function attributionOf(sourceCases: readonly { sourceId: number; caseId: number }[], turns: readonly CaseTurn[]): Attribution {
  const whole = new Map<number, number[]>()
  for (const { sourceId, caseId } of sourceCases) addTo(whole, sourceId, caseId)
  for (const cases of whole.values()) cases.sort((a, b) => a - b)
  const spoken = spokenBySource(turns)
  return {
    casesOf: (sourceId, start, end) => {
      const speakers = spoken.get(sourceId)
      if (!speakers) return whole.get(sourceId) ?? NONE
      if (speakers.length === 1) return touches(speakers[0]!.spans, start, end) ? speakers[0]!.alone : NONE
      return speakers.filter(({ spans }) => touches(spans, start, end)).map(({ caseId }) => caseId)
    },
    casesIn: (sourceId) => spoken.get(sourceId)?.map(({ caseId }) => caseId) ?? whole.get(sourceId) ?? NONE,
    placesOf: (sourceId, caseId) => {
      const speakers = spoken.get(sourceId)
      if (!speakers) return whole.get(sourceId)?.includes(caseId) ? null : NOWHERE
      return speakers.find((one) => one.caseId === caseId)?.spans ?? NOWHERE
    },
  }
}

function spokenBySource(turns: readonly CaseTurn[]): Map<number, Spoken> {
  const bySource = new Map<number, Map<number, Span[]>>()
  for (const turn of turns) {
    const cases = bySource.get(turn.sourceId) ?? new Map<number, Span[]>()
    bySource.set(turn.sourceId, cases)
    addTo(cases, turn.caseId, turn)
  }
  const spoken = new Map<number, Spoken>()
  for (const [sourceId, cases] of bySource)
    spoken.set(
      sourceId,
      [...cases].sort(([a], [b]) => a - b).map(([caseId, spans]) => ({ caseId, spans: unionOf(spans), alone: [caseId] })),
    )
  return spoken
}

/** Does a stretch share a character with any of the spans? They are in order and do not overlap. */
export function touches(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > start) high = middle
    else low = middle + 1
  }
  return low < spans.length && spans[low]!.start < end
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
