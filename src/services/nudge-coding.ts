import type { Coding } from '../domain/coding.ts'
import { type Nudge, nudge } from '../domain/nudge.ts'
import type { House } from '../storage/open.ts'
import { type CodingWish, changeCoding, draftIn, placeCoding } from './place-coding.ts'

/** Move one edge of a coding by a word. Where there is none to take in or let go, nothing changes and no act is kept. */
export async function nudgeCoding(house: House, wish: CodingWish & { way: Nudge }): Promise<{ before: Coding; after: Coding }> {
  return changeCoding(house, wish, 'resize-coding', async (ledger, before) => {
    const { text } = await draftIn(ledger, wish.projectId, before.sourceId, before.span)
    const { span } = await draftIn(ledger, wish.projectId, before.sourceId, nudge(text, before.span, wish.way))
    return { before, after: await placeCoding(ledger, wish.projectId, before, span) }
  })
}
