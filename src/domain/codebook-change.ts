import type { Code } from './code.ts'

/** What of a code is told apart when the codebook is compared with an earlier one. */
const codeFields = ['label', 'parentId', 'definition', 'whenToUse', 'whenNot', 'example', 'color', 'retiredAt'] as const
export type CodeField = (typeof codeFields)[number]
export type CodeState = Pick<Code, CodeField>

/** A code then and now; null where it was not there, or is not any more. `fields`: what differs, where it was both. */
export type CodebookChange = {
  readonly codeId: number
  readonly before: CodeState | null
  readonly after: CodeState | null
  readonly fields: readonly CodeField[]
}

/**
 * What became of each code from the first of its changes to the last, in the order in which they were first touched. A code
 * that stands again as it stood, or came and went meanwhile, is left out.
 */
export function netChanges(changes: readonly { codeId: number; before: CodeState | null; after: CodeState | null }[]): CodebookChange[] {
  const net = new Map<number, { before: CodeState | null; after: CodeState | null }>()
  for (const { codeId, before, after } of changes) net.set(codeId, { before: net.has(codeId) ? net.get(codeId)!.before : before, after })
  return [...net].flatMap(([codeId, { before, after }]) => {
    const fields = before && after ? codeFields.filter((field) => before[field] !== after[field]) : []
    return (before || after) && (!before || !after || fields.length > 0) ? [{ codeId, before, after, fields }] : []
  })
}
