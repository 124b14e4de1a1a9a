/** How a word of a text answers a word of a search, the best first. */
export const matchKinds = ['exact', 'stem', 'synonym', 'compound', 'prefix', 'fuzzy'] as const
export type MatchKind = (typeof matchKinds)[number]
