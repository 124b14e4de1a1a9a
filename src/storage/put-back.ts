import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { freePart } from './answers.ts'
import { listReviews, type Review } from './carry-reviews.ts'
import { ensureQuotation, findQuotationAt, findSameCoding } from './codings.ts'
import { moveEvidence } from './evidence.ts'
import type { Ledger } from './ledger.ts'
import { moveMemos } from './memos.ts'
import type { Row } from './schema.ts'
import { textOfVersion } from './source-versions.ts'

/**
 * Lay what waited on a span of the text that holds, with the ids it had. Where that very span is a quotation already, the codings join it;
 * one that stands there just so, by the same coder, is the same coding, and memos on it move to the one that stands.
 */
export async function putBack(ledger: Ledger, review: Review, span: Span): Promise<void> {
  const { held } = review
  const place = { start_offset: span.start, end_offset: span.end }
  await ledger.remove('carry_review', review.id)
  try {
    if ('quotation' in held) await putBackQuotation(ledger, held.quotation, held.codings, place)
    else if ('answer' in held) await ledger.insert('answer_span', { ...held.answer, ...place, part: await freePart(ledger.trx, held.answer) })
    else await ledger.insert('source_span', { ...held.span, ...place })
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_CONSTRAINT')) throw new Refusal('conflict', 'refusal.review-gone')
    throw error
  }
}

/** Lay some of the codings that waited with a quotation, and a coder's own memos on it, on a quotation of their own; the rest waits on. */
export async function putBackPart(
  ledger: Ledger,
  { held }: Review,
  { codings, coderId }: { codings: readonly Row<'coding'>[]; coderId: number },
  span: Span,
): Promise<void> {
  if (!('quotation' in held)) return
  const { id, source_id } = held.quotation
  const quotationId = await ensureQuotation(ledger, source_id, span)
  await moveMemos(ledger, { kind: 'quotation', id }, { kind: 'quotation', id: quotationId }, coderId)
  await putBackCodings(ledger, codings, quotationId)
}

async function putBackQuotation(
  ledger: Ledger,
  quotation: Row<'quotation'>,
  codings: readonly Row<'coding'>[],
  place: { start_offset: number; end_offset: number },
) {
  const there = await findQuotationAt(ledger.trx, quotation.source_id, { start: place.start_offset, end: place.end_offset })
  const quotationId = there ?? (await ledger.insert('quotation', { ...quotation, ...place }))
  if (there !== undefined) await moveMemos(ledger, { kind: 'quotation', id: quotation.id }, { kind: 'quotation', id: there })
  await putBackCodings(ledger, codings, quotationId)
}

async function putBackCodings(ledger: Ledger, codings: readonly Row<'coding'>[], quotationId: number): Promise<void> {
  for (const coding of codings) {
    const same = await findSameCoding(ledger.trx, quotationId, coding.code_id, coding.coder_id)
    if (same === undefined) await ledger.insert('coding', { ...coding, quotation_id: quotationId })
    else {
      await moveMemos(ledger, { kind: 'coding', id: coding.id }, { kind: 'coding', id: same })
      await moveEvidence(ledger, coding.id, same)
    }
  }
}

/** Put back everything that has waited since the source's text read exactly as it does now, but for some reviews. @returns how much */
export async function putBackWhatIsThere(ledger: Ledger, source: { id: number; guid: string }, text: string, except?: ReadonlySet<number>): Promise<number> {
  let returned = 0
  for (const review of await listReviews(ledger.trx, source.id)) {
    if (except?.has(review.id) || ('words' in review.held && review.held.words !== undefined)) continue
    if ((await textOfVersion(ledger.trx, { guid: source.guid, versionId: review.versionId })) !== text) continue
    await putBack(ledger, review, review.span)
    returned++
  }
  return returned
}
