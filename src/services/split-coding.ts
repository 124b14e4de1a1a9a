import type { Coding } from '../domain/coding.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findSource } from '../storage/sources.ts'
import { type CodingWish, changeCoding, copyOf, draftIn, placeCoding, selectionNow } from './place-coding.ts'

/** Part a coding in two at an offset of the text, of `versionId` where it may be another than the one that holds. The first part is the old coding with its memos; the second is as it was made. Refused where a part would have no words. */
export async function splitCoding(house: House, wish: CodingWish & { at: number; versionId?: number | undefined }): Promise<[Coding, Coding]> {
  return changeCoding(house, wish, 'split-coding', async (ledger, coding) => {
    const { start, end } = coding.span
    const at = await placeNow(ledger, wish, coding.sourceId)
    if (at <= start || at >= end) throw new Refusal('invalid', 'refusal.split-outside')
    const first = await draftIn(ledger, wish.projectId, coding.sourceId, { start, end: at })
    const second = await draftIn(ledger, wish.projectId, coding.sourceId, { start: at, end })
    const rest = await copyOf(ledger, coding, { span: second.span })
    return [await placeCoding(ledger, wish.projectId, coding, first.span), rest ?? { ...coding, span: second.span }]
  })
}

/** Where the character before which a coding is to be parted stands now. Refused where it was changed since. */
async function placeNow(
  ledger: Ledger,
  { projectId, at, versionId }: { projectId: number; at: number; versionId?: number | undefined },
  sourceId: number,
): Promise<number> {
  const holds = (await findSource(ledger.trx, projectId, sourceId))!.versionId
  return (await selectionNow(ledger, { start: at, end: at + 1 }, versionId ?? holds, holds)).start
}
