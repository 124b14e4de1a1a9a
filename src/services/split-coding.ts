import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import type { House } from '../storage/open.ts'
import { type CodingWish, changeCoding, copyOf, draftIn, placeCoding } from './place-coding.ts'

/** Part a coding in two at an offset of the text. The first part is the old coding with its memos; the second is as it was made. Refused where a part would have no words. */
export async function splitCoding(house: House, wish: CodingWish & { at: number }): Promise<[Coding, Coding]> {
  return changeCoding(house, wish, 'split-coding', async (ledger, coding) => {
    const { start, end } = coding.span
    if (wish.at <= start || wish.at >= end) throw new Refusal('invalid', 'refusal.split-outside')
    const first = await draftIn(ledger, wish.projectId, coding.sourceId, { start, end: wish.at })
    const second = await draftIn(ledger, wish.projectId, coding.sourceId, { start: wish.at, end })
    const rest = await copyOf(ledger, coding, { span: second.span })
    return [await placeCoding(ledger, wish.projectId, coding, first.span), rest ?? { ...coding, span: second.span }]
  })
}
