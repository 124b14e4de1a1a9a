/** What people may talk about in a thread. */
export const threadTargets = ['coding', 'code', 'memo', 'finding', 'source'] as const
export type ThreadTarget = (typeof threadTargets)[number]

type Spoken = { readonly comments: readonly { readonly coderId: number }[]; readonly ownerId: number | null }
/** `answers`: who there is to answer, nobody left out where it is undefined. */
type Reading = { readonly coderId: number; readonly answers: ReadonlySet<number> | undefined }

/**
 * Whether a thread waits for a coder: somebody else spoke last, and it is of what is the coder's, or the coder has spoken in it. Where the one whose it is has asked
 * themselves, or is not there to answer, it waits for all who code until one of them has spoken.
 */
export function waitsFor({ comments, ownerId }: Spoken, { coderId, answers }: Reading): boolean {
  const first = comments[0]?.coderId
  if (first === undefined || comments.at(-1)!.coderId === coderId) return false
  if (comments.some((one) => one.coderId === coderId)) return true
  const mayAnswer = (id: number) => answers === undefined || answers.has(id)
  if (ownerId !== null && ownerId !== first && mayAnswer(ownerId)) return ownerId === coderId
  return mayAnswer(coderId) && comments.every((one) => one.coderId === first)
}
