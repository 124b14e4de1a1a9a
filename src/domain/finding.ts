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

function isWritten({ state, summary }: Pick<CellContent, 'state' | 'summary'>): boolean {
  return state !== null || summary !== ''
}

/** Something was said there, and nobody has summed it up. */
export function isToSummarise({ summary, quotations }: CellContent): boolean {
  return summary === '' && quotations > 0
}

/** A code with those directly below it. */
export type Branch = { readonly id: number; readonly children: readonly { readonly id: number }[] }

/** A judgement: of a code, or of a question. */
export type JudgedCell = { readonly caseId: number; readonly codeId: number | null; readonly questionId: number | null; readonly state: FindingState }

/**
 * What each case says of each code by its id: what was judged of the code itself; where nothing was, what was judged of the questions that ask for it.
 * Questions judged differently make `partly`.
 */
export function statesOf(
  tree: readonly Branch[],
  questions: ReadonlyMap<number, ReadonlySet<number>>,
  judged: readonly JudgedCell[],
): Map<number, ReadonlyMap<number, FindingState>> {
  const ofQuestion = new Map<number, JudgedCell[]>()
  const ofCode = new Map<number, Map<number, FindingState>>()
  for (const cell of judged) {
    if (cell.questionId !== null) ofQuestion.set(cell.questionId, [...(ofQuestion.get(cell.questionId) ?? []), cell])
    else ofCode.set(cell.codeId!, (ofCode.get(cell.codeId!) ?? new Map<number, FindingState>()).set(cell.caseId, cell.state))
  }
  return new Map(
    tree.map((theme) => {
      const states = new Map<number, FindingState>()
      for (const id of askingFor(theme, questions))
        for (const { caseId, state } of ofQuestion.get(id) ?? []) states.set(caseId, (states.get(caseId) ?? state) === state ? state : 'partly')
      for (const [caseId, state] of ofCode.get(theme.id) ?? []) states.set(caseId, state)
      return [theme.id, states] as const
    }),
  )
}

/** The questions that ask for a theme: its own, else those of the codes below it. */
export function askingFor(theme: Branch, questions: ReadonlyMap<number, ReadonlySet<number>>): readonly number[] {
  return [...(questions.get(theme.id) ?? theme.children.flatMap((child) => [...(questions.get(child.id) ?? [])]))]
}
