export const memoTargets = ['project', 'source', 'case', 'code', 'quotation', 'coding', 'finding'] as const
/** What a memo is about. */
export type MemoTarget = { readonly kind: (typeof memoTargets)[number]; readonly id: number }
/** A cell of a matrix: what a case says of a code, or of a question of the guide. One of the two is null. */
export type Cell = { readonly caseId: number; readonly codeId: number | null; readonly questionId: number | null }
/** Where a memo is written: a thing by its id; a cell by its case and code, for its finding is made with the first memo. */
export type MemoPlace = { readonly kind: Exclude<MemoTarget['kind'], 'finding'>; readonly id: number } | ({ readonly kind: 'finding' } & Cell)

/** An analytic note of a coder. */
export type Memo = {
  readonly id: number
  readonly target: MemoTarget
  readonly place: MemoPlace
  readonly coderId: number
  readonly coder: string
  readonly text: string
  readonly madeAt: string
}

export function isAbout({ target }: { target: MemoTarget }, kind: MemoTarget['kind'], id: number): boolean {
  return target.kind === kind && target.id === id
}

/** The name of a place within a page. */
export function anchorOf(place: MemoPlace): string {
  if (place.kind !== 'finding') return `memos-${place.kind}-${place.id}`
  return `memos-finding-${place.caseId}-${place.codeId ?? `q${place.questionId}`}`
}
