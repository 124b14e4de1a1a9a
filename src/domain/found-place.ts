import { type MatchKind, matchKinds } from './match-kind.ts'
import type { Span } from './span.ts'

/** Words of a text that answer a search, those side by side together. `terms`: how many words of the search they answer. */
export type FoundPlace = Span & { readonly kind: MatchKind; readonly terms: number }

/** That which answers most words of the search, then with the best kind, and stands first. */
export function bestPlace(places: readonly FoundPlace[]): FoundPlace | undefined {
  const worth = ({ terms, kind }: FoundPlace) => terms * matchKinds.length - matchKinds.indexOf(kind)
  return places.reduce<FoundPlace | undefined>((best, one) => (best && worth(best) >= worth(one) ? best : one), undefined)
}
