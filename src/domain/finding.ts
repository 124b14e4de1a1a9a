/** What a case says of a theme or of a question, as somebody has judged it. */
export const findingStates = ['yes', 'no', 'partly'] as const
export type FindingState = (typeof findingStates)[number]

/** What is known of a cell of the framework matrix. `evidence`: quotations picked. */
export type CellContent = { readonly state: FindingState | null; readonly summary: string; readonly evidence: number; readonly quotations: number }

/** What somebody should look at in a cell: a claim that no quotation is picked for, or quotations picked and nothing said of them. */
export type CellFlag = 'no-evidence' | 'no-summary'

export function flagOf({ state, summary, evidence }: CellContent): CellFlag | null {
  if (evidence === 0) return isWritten({ state, summary }) ? 'no-evidence' : null
  return summary === '' ? 'no-summary' : null
}

export function isWritten({ state, summary }: Pick<CellContent, 'state' | 'summary'>): boolean {
  return state !== null || summary !== ''
}

/** Something was said there, and nobody has summed it up. */
export function isToSummarise({ summary, quotations }: CellContent): boolean {
  return summary === '' && quotations > 0
}

export type StateCounts = Readonly<Record<FindingState, number>>

/** How many cells are in each state; those that nobody has judged are in none. */
export function countStates(cells: readonly Pick<CellContent, 'state'>[]): StateCounts {
  const counts = { yes: 0, no: 0, partly: 0 }
  for (const { state } of cells) if (state) counts[state]++
  return counts
}
