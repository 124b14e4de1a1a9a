/** What people may talk about in a thread. */
export const threadTargets = ['coding', 'code', 'memo', 'finding', 'source'] as const
export type ThreadTarget = (typeof threadTargets)[number]
