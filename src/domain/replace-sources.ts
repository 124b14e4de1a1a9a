import { type CountedCodings, SOURCE, WIDTH } from './tally.ts'

/** Counted codings with those of some sources as they are now, `fresh`; in the order of the sources, as all counted codings stand. */
export function replaceSources(codings: CountedCodings, fresh: CountedCodings, sourceIds: ReadonlySet<number>, order: readonly number[]): CountedCodings {
  const [kept, now] = [bySource(codings), bySource(fresh)]
  const parts = order.flatMap((id) => (sourceIds.has(id) ? now : kept).get(id) ?? [])
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The codings of each source, which stand beside each other. */
function bySource(codings: CountedCodings): Map<number, CountedCodings> {
  const parts = new Map<number, CountedCodings>()
  for (let from = 0, to = 0; from < codings.length; from = to) {
    const source = codings[from + SOURCE]!
    for (to = from + WIDTH; to < codings.length && codings[to + SOURCE] === source; ) to += WIDTH
    parts.set(source, codings.subarray(from, to))
  }
  return parts
}
