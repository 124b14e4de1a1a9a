import type { Branch, FindingState } from './finding.ts'
import { groupBy } from './group-by.ts'

/** How a theme's numbers differ from those of an earlier moment. */
export type ThemeChange = { quotations: number; states: Record<FindingState, number> }
/** Which theme each code is under; a code of none is not there. */
export type ThemeOf = ReadonlyMap<number, number>
/** Who is above whom: each code's parent, null for a theme. */
export type Parents = ReadonlyMap<number, number | null>
export type PlacedCode = { readonly quotationId: number; readonly codeId: number }

/** The theme of each code, by who is above whom. */
export function themesByCode(parents: Parents): Map<number, number> {
  const themes = new Map<number, number>()
  for (const id of parents.keys()) {
    let top = id
    for (let steps = 0, above = parents.get(top); above && steps < parents.size; steps++, above = parents.get(top)) top = above
    themes.set(id, top)
  }
  return themes
}

/** How many quotations each theme has. */
export function quotationsByTheme(codings: readonly PlacedCode[], themeOf: ThemeOf): Map<number, number> {
  const quotations = new Map<number, Set<number>>()
  for (const { quotationId, codeId } of codings) {
    const theme = themeOf.get(codeId)
    if (theme !== undefined) quotations.set(theme, (quotations.get(theme) ?? new Set<number>()).add(quotationId))
  }
  return new Map([...quotations].map(([theme, ids]) => [theme, ids.size]))
}

/** The themes with what is directly below them. */
export function themesOf(parents: Parents): Branch[] {
  const below = groupBy([...parents], ([, parent]) => parent)
  return (below.get(null) ?? []).map(([id]) => ({ id, children: (below.get(id) ?? []).map(([child]) => ({ id: child })) }))
}
