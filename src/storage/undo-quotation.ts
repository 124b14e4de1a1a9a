import type { Carried } from '../domain/carry.ts'
import type { Change } from './acts.ts'
import { findReviewOfQuotation, holdCodings, openReview } from './carry-reviews.ts'
import { removeIfUnused } from './codings.ts'
import type { Ledger } from './ledger.ts'
import { offsetsOf, type Stored, spanOf } from './row-span.ts'
import type { Row } from './schema.ts'
import { carryBetween, type TextPlaces, versionFrom } from './text-places.ts'

/** The quotations that an act took out of a review, and which wait there again when it is taken back. */
export function waitAgain(changes: readonly Change[]): Set<number> {
  const rows = changes.flatMap(({ table, before, after }) => (table === 'carry_review' && before && !after ? [before as unknown as Row<'carry_review'>] : []))
  return new Set(rows.flatMap(({ kind, held }) => (kind === 'quotation' ? [(JSON.parse(held) as { quotation: Row<'quotation'> }).quotation.id] : [])))
}

/**
 * A quotation lives as long as anything points at it, whoever made it first; one that is to wait again leaves the text with what points
 * at it. Where it was only moved, `carryBack` has moved it.
 */
export async function turnQuotation(ledger: Ledger, { rowId, before, after }: Change, on: TextPlaces | undefined, waits: boolean): Promise<void> {
  if (before && after) return
  const stands = await ledger.trx.selectFrom('quotation').select('id').where('id', '=', rowId).executeTakeFirst()
  if (!before && stands) await (waits ? ledger.remove('quotation', rowId) : removeIfUnused(ledger, rowId))
  if (before && !stands && !(await findReviewOfQuotation(ledger.trx, rowId))) await insertQuotation(ledger, before, on)
}

async function insertQuotation(ledger: Ledger, row: Stored, on: Pick<TextPlaces, 'before' | 'carry'> | undefined): Promise<void> {
  const carried: Carried = on ? on.carry(spanOf(row)) : { kind: 'carried', span: spanOf(row) }
  if (carried.kind === 'carried') await ledger.insert('quotation', { ...row, ...offsetsOf(carried.span) } as never)
  else await hold(ledger, row, on!.before, carried, { quotation: row as never, codings: [] })
}

/** Let a row wait in a review: the text that it was laid on has changed too much. */
export async function hold(ledger: Ledger, row: Stored, versionId: number, carried: Carried, held: Parameters<typeof openReview>[1]['held']): Promise<void> {
  const sourceId = Number(row['source_id'])
  const source = await ledger.trx
    .selectFrom('source')
    .innerJoin('source_version', 'source_version.id', 'version_id')
    .select('text')
    .where('source.id', '=', sourceId)
    .executeTakeFirst()
  const guess = carried.kind === 'unsure' ? carried.guess : null
  await openReview(ledger, { sourceId, versionId, span: spanOf(row), guess, held }, source?.text ?? '')
}

/** A coding goes back to its quotation; where that waits in a review, it waits with it. */
export async function putBackCoding(ledger: Ledger, coding: Row<'coding'>): Promise<void> {
  const stands = await ledger.trx.selectFrom('quotation').select('id').where('id', '=', coding.quotation_id).executeTakeFirst()
  if (!stands && !(await findReviewOfQuotation(ledger.trx, coding.quotation_id))) await reviveQuotation(ledger, coding.quotation_id)
  const review = stands ? undefined : await findReviewOfQuotation(ledger.trx, coding.quotation_id)
  if (!review || !('quotation' in review.held)) return void (await ledger.insert('coding', coding))
  await holdCodings(ledger, review, [...review.held.codings, coding])
}

/** Another coder's undo may have taken the quotation away with its last coding: the history still has it, in the text of that time. */
async function reviveQuotation(ledger: Ledger, id: number): Promise<void> {
  const gone = await ledger.trx
    .selectFrom('change')
    .select(['act_id', 'before'])
    .where('table_name', '=', 'quotation')
    .where('row_id', '=', id)
    .where('before', 'is not', null)
    .where('after', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!gone) return
  const row = JSON.parse(gone.before!) as Stored
  const source = await ledger.trx.selectFrom('source').select(['id', 'version_id']).where('id', '=', Number(row['source_id'])).executeTakeFirst()
  if (!source) return insertQuotation(ledger, row, undefined)
  const before = (await versionFrom(ledger, source.id, gone.act_id)) ?? source.version_id
  await insertQuotation(ledger, row, { before, carry: await carryBetween(ledger, before, source.version_id) })
}
