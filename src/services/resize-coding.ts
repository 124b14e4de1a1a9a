import type { Coding } from '../domain/coding.ts'
import type { Span } from '../domain/span.ts'
import type { House } from '../storage/open.ts'
import { type CodingWish, changeCoding, draftIn, placeCoding } from './place-coding.ts'

/** Move the edges of one coding; others on the same words stay. `versionId`: the text in which they were set. Refused where no words are left, or the coder has the code on just these. */
export async function resizeCoding(
  house: House,
  wish: CodingWish & { selection: Span; versionId?: number | undefined },
): Promise<{ before: Coding; after: Coding }> {
  return changeCoding(house, wish, 'resize-coding', async (ledger, before) => {
    const { span } = await draftIn(ledger, wish.projectId, before.sourceId, wish.selection, wish.versionId)
    return { before, after: await placeCoding(ledger, wish.projectId, before, span) }
  })
}
