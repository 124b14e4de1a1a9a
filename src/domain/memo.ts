export const memoTargets = ['project', 'source', 'case', 'code', 'quotation', 'coding', 'finding'] as const
/** What a memo is about. */
export type MemoTarget = { readonly kind: (typeof memoTargets)[number]; readonly id: number }

/** An analytic note of a coder. */
export type Memo = {
  readonly id: number
  readonly target: MemoTarget
  readonly coderId: number
  readonly coder: string
  readonly text: string
  readonly madeAt: string
}

export function isAbout({ target }: { target: MemoTarget }, kind: MemoTarget['kind'], id: number): boolean {
  return target.kind === kind && target.id === id
}
