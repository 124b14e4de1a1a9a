import { findReviewOfQuotation, holdCodings } from './carry-reviews.ts'
import { removeIfUnused } from './codings.ts'
import type { Ledger } from './ledger.ts'

/** A memo on a quotation is gone: where it was all that kept the quotation, on the text or waiting in a review, that goes with it. */
export async function letGoOfQuotation(ledger: Ledger, id: number): Promise<void> {
  if (await ledger.standsAs('quotation', id, { id })) return removeIfUnused(ledger, id)
  const review = await findReviewOfQuotation(ledger.trx, id)
  if (review && 'quotation' in review.held && review.held.codings.length === 0) await holdCodings(ledger, review, [])
}
