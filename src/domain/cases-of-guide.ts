/** A case as it stands to guides. `kind`: what kind of case it is, as the project calls it. */
type Considered = { readonly id: number; readonly kind: string; readonly sourceIds: readonly number[] }
/** How a case comes to be one that a guide is for: by a source that follows it, by an answer to it, because somebody said so, or as the others of its kind. */
export type Tie = 'source' | 'answer' | 'said' | 'kind'
type Known = {
  /** Which guide each source follows. */
  readonly followed: ReadonlyMap<number, number | null>
  /** Cases that have an answer to the guide. */
  readonly answering: ReadonlySet<number>
  /** Whom somebody said that it is for; null where nobody has. */
  readonly said: ((one: Considered) => boolean) | null
}

/**
 * The cases that a guide is for, by what ties them to it. Where nobody has said whom it is for, a case without any source is
 * tied by its kind: all others of that kind that have a source are the guide's. Where only some are, nothing tells.
 */
export function casesOfGuide(guideId: number, cases: readonly Considered[], { followed, answering, said }: Known): Map<number, Tie> {
  const ties = new Map<number, Tie>()
  for (const one of cases)
    if (one.sourceIds.some((id) => followed.get(id) === guideId)) ties.set(one.id, 'source')
    else if (answering.has(one.id)) ties.set(one.id, 'answer')
    else if (said?.(one)) ties.set(one.id, 'said')
  if (said) return ties
  const own = kindsOf(cases, ties)
  for (const { id, kind, sourceIds } of cases) if (sourceIds.length === 0 && own.has(kind) && !ties.has(id)) ties.set(id, 'kind')
  return ties
}

/** The kinds all of whose cases with a source are tied. */
function kindsOf(cases: readonly Considered[], ties: ReadonlyMap<number, Tie>): Set<string> {
  const known = cases.filter(({ sourceIds }) => sourceIds.length > 0)
  const others = new Set(known.filter(({ id }) => !ties.has(id)).map(({ kind }) => kind))
  return new Set(known.map(({ kind }) => kind).filter((kind) => !others.has(kind)))
}
