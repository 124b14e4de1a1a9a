import type { FindingState } from './finding.ts'

/** How a theme's numbers differ from those of an earlier moment. */
export type ThemeChange = { quotations: number; states: Record<FindingState, number> }
/** Which theme each code is under; a code of none is not there. */
export type ThemeOf = ReadonlyMap<number, number>
export type PlacedCode = { readonly quotationId: number; readonly codeId: number }

/** The theme of each code, by who is above whom. */
export function themesByCode(parents: ReadonlyMap<number, number | null>): Map<number, number> {
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
