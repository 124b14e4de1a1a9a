/** What a check looks at, in this order. */
const databaseChecks = ['file', 'references', 'texts', 'places', 'rows', 'history', 'undoing'] as const
export type DatabaseCheck = (typeof databaseChecks)[number]
/** What was found wrong: how many, and the first of them as the database names it. */
export type DatabaseProblem = { readonly check: DatabaseCheck; readonly n: number; readonly first: string }
export type DatabaseReport = { readonly problems: readonly DatabaseProblem[]; readonly codings: number; readonly sources: number; readonly acts: number }
