import { asItStands, type Cut } from '../domain/cut.ts'
import type { Memo } from '../domain/memo.ts'
import { guidsIn, type QuotationLink } from '../domain/memo-text.ts'
import { paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import type { Span } from '../domain/span.ts'
import { listQuotationsBy, listWaitingQuotations } from '../storage/quotation-addresses.ts'
import type { Db } from '../storage/schema.ts'
import { textOfVersion, textsOf } from '../storage/source-versions.ts'

/** A memo with what the addresses in it lead to. */
export type LinkedMemo = Memo & { readonly links: readonly QuotationLink[] }

/** Memos with the quotations that they link to, in the words that stand there now. What a memo links to and is gone has no link here. */
export async function linkMemos<M extends Memo>(db: Db, projectId: number, memos: readonly M[], cut: Cut = asItStands): Promise<(M & LinkedMemo)[]> {
  const guids = guidsIn(memos)
  const links = guids.length === 0 ? [] : [...(await linksTo(db, projectId, guids, cut)), ...(await linksToWaiting(db, projectId, guids, cut))]
  return memos.map((memo) => ({ ...memo, links: links.filter(({ guid }) => memo.text.toLowerCase().includes(guid)) }))
}

async function linksTo(db: Db, projectId: number, guids: readonly string[], cut: Cut): Promise<QuotationLink[]> {
  const quotations = await listQuotationsBy(db, projectId, { guids })
  const texts = await textsOf(
    db,
    quotations.map(({ sourceId }) => sourceId),
  )
  return quotations.map(({ guid, title, sourceId, start, end }) => {
    const text = texts.get(sourceId)!
    return { guid, state: 'stands', words: cut(text, { start, end }), source: title, paragraph: numberAt(text, { start, end }) }
  })
}

async function linksToWaiting(db: Db, projectId: number, guids: readonly string[], cut: Cut): Promise<QuotationLink[]> {
  const links: QuotationLink[] = []
  for (const { guid, title, sourceGuid, versionId, start, end } of await listWaitingQuotations(db, projectId, guids)) {
    const text = await textOfVersion(db, { guid: sourceGuid, versionId })
    links.push({ guid, state: 'waits', words: cut(text, { start, end }), source: title, paragraph: null })
  }
  return links
}

/** The number of the first paragraph with words that a span lies in. */
export function numberAt(text: string, span: Span): number {
  return paragraphsUnder(paragraphsOf(text), span).find(({ number }) => number !== null)?.number ?? 1
}
