import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import type { Coding } from '../domain/coding.ts'
import { isAbout } from '../domain/memo.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { Refusal } from '../domain/refusal.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listMemosInSource } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { listGuids } from '../storage/quotation-addresses.ts'
import { listSelected } from '../storage/quotations.ts'
import type { InterfaceLanguage } from '../texts/catalogue.ts'
import { type Publication, readPublication } from './edit-publication.ts'
import { citeQuotation } from './exports/published-quotations.ts'
import { type LinkedMemo, linkMemos } from './link-memos.ts'
import { selectCodings } from './select-codings.ts'

export type QuotationCoding = Pick<Coding, 'id' | 'madeAt'> & { code: CodeNode; coder: string; example: boolean; memos: LinkedMemo[] }

/** The codings that a filter selects on one quotation, with the memos on each, the codes that they could get instead, and how the quotation is published. */
export async function readQuotationActs(
  house: House,
  wish: { projectId: number; filter: string; quotationId: number; language: InterfaceLanguage },
): Promise<{ codings: QuotationCoding[]; codes: CodeNode[]; guid: string; publication: Publication & { cited: string } }> {
  const selection = await selectCodings(house.read, wish.projectId, parseFilter(wish.filter))
  const only = { column: 'coding.quotation_id', ids: [wish.quotationId], denied: false } as const
  const selected = await listSelected(house.read, { ...selection, condition: { all: [selection.condition, only] } })
  if (selected.length === 0) throw new Refusal('not-found', 'refusal.no-coding')
  const nodes = flatten(treeOf(await listCodes(house.read, wish.projectId)))
  const coders = new Map((await listCoders(house.read)).map(({ id, name }) => [id, name]))
  const memos = await linkMemos(house.read, wish.projectId, await listMemosInSource(house.read, wish.projectId, selected[0]!.sourceId))
  const codings = selected.map(({ id, codeId, coderId, madeAt, example }) => ({
    id,
    madeAt,
    example,
    code: nodes.find((node) => node.id === codeId)!,
    coder: coders.get(coderId)!,
    memos: memos.filter((memo) => isAbout(memo, 'coding', id)),
  }))
  const publication = await readPublication(house.read, wish)
  const cited = await citeQuotation(house.read, wish, selected[0]!)
  const guid = (await listGuids(house.read, [wish.quotationId])).get(wish.quotationId)!
  return { codings, codes: nodes.filter((node) => node.retiredAt === null), guid, publication: { ...publication, cited } }
}
