import { Refusal } from '../domain/refusal.ts'
import { type Change, changedColumns, listChanges } from './acts.ts'
import { breathe } from './breathe.ts'
import { findReviewHolding, holdCodings } from './carry-reviews.ts'
import { removeIfUnused } from './codings.ts'
import { removeFindingIfUnused, reviveFinding } from './findings.ts'
import type { ActTable, Ledger } from './ledger.ts'
import { letGoOfQuotation } from './let-go-of-quotation.ts'
import { offsetsOf, type Stored, spanOf } from './row-span.ts'
import type { Row } from './schema.ts'
import { type PlacesOf, placesOfAct, type TextPlaces } from './text-places.ts'
import { hold, putBackCoding, turnQuotation, waitAgain } from './undo-quotation.ts'
import { carryBack, layBack, putBackReturned } from './undo-text.ts'

/** Rows that lie on a source's text: `start_offset` and `end_offset` are in the version that the source had when they were written. */
const laid: readonly ActTable[] = ['quotation', 'answer_span', 'source_span']

/**
 * Put every row of an act back as it was before, last change first. Refused where a row no longer stands as the act left it:
 * what the act built on was itself undone, or changed by somebody else. Where the text was edited since, what comes back is carried
 * along; what can't be with certainty waits in a review. Where the act itself gave the text, all that lies on it now is carried back.
 */
export async function applyInverse(ledger: Ledger, actId: number): Promise<void> {
  const changes = (await listChanges(ledger.trx, actId)).reverse()
  const placesOf = placesOfAct(ledger, actId, changes)
  await carryBack(ledger, actId, changes, placesOf)
  const laidBack = await layBack(ledger, changes, placesOf)
  const waiting = waitAgain(changes)
  for (const [index, change] of changes.entries()) {
    if (laidBack.has(change)) continue
    const on = laid.includes(change.table) ? await placesOf(Number((change.before ?? change.after)!['source_id'])) : undefined
    if (await turnHeld(ledger, change)) continue
    // It may have gone with the last of what was in it: what the act did to it is undone all the same.
    if (change.table === 'finding' && change.before && change.after) await reviveFinding(ledger, change.rowId)
    await expectAsLeft(ledger, change, on)
    if (change.table === 'quotation') await turnQuotation(ledger, change, on, waiting.has(change.rowId))
    else await invert(ledger, change, on, placesOf)
    if (change.table === 'coding' && change.before === null) await removeIfUnused(ledger, Number(change.after!['quotation_id']))
    if (index % 50 === 49) await breathe()
  }
  await putBackReturned(ledger, changes)
  await letGoOfNoted(ledger, changes)
}

async function invert(ledger: Ledger, change: Change, on: TextPlaces | undefined, placesOf: PlacesOf): Promise<void> {
  const { table, rowId, before, after } = change
  if (table === 'finding' && !after) await reviveFinding(ledger, rowId, before as unknown as Row<'finding'>)
  else if (table === 'finding' && !before) await takeBackFinding(ledger, change)
  else if (before === null) await ledger.remove(table, rowId)
  else if (after === null) await putBack(ledger, change, on, placesOf)
  else await turn(ledger, change, on)
}

/** A finding that the act made: what it was made with is taken out of it. It stays while anything else is in it. */
async function takeBackFinding(ledger: Ledger, { rowId, after }: Change): Promise<void> {
  const { state, summary } = after as unknown as Row<'finding'>
  if (state !== null || summary !== '') {
    if (!(await ledger.standsAs('finding', rowId, { state, summary }))) throw new Refusal('conflict', 'refusal.undo-stale')
    await ledger.update('finding', rowId, { state: null, summary: '', written_by: null, written_at: null })
  }
  await removeFindingIfUnused(ledger, rowId)
}

/** Findings and quotations from which something was taken, where nothing is left that keeps them. */
async function letGoOfNoted(ledger: Ledger, changes: readonly Change[]): Promise<void> {
  const findings = changes.flatMap(({ table, rowId, after }) => (table === 'finding' ? [rowId] : after ? (findingIn(table, after) ?? []) : []))
  const quotations = changes.flatMap(({ table, after }) => (table === 'memo' && after?.['target_kind'] === 'quotation' ? [Number(after['target_id'])] : []))
  for (const id of new Set(findings)) await removeFindingIfUnused(ledger, id)
  for (const id of new Set(quotations)) await letGoOfQuotation(ledger, id)
}

/** The finding that a row is in. */
function findingIn(table: ActTable, row: Stored): number | undefined {
  if (table === 'finding_evidence') return Number(row['finding_id'])
  return table === 'memo' && row['target_kind'] === 'finding' ? Number(row['target_id']) : undefined
}

async function reviveFindingOf(ledger: Ledger, table: ActTable, row: Stored): Promise<void> {
  const id = findingIn(table, row)
  if (id !== undefined) await reviveFinding(ledger, id)
}

/** A row that waits in a review by now, where somebody else's undo changed the text: what the act did with it is undone there. */
async function turnHeld(ledger: Ledger, { table, rowId, before, after }: Change): Promise<boolean> {
  if (!after || !isHoldable(table) || (await ledger.standsAs(table, rowId, { id: rowId }))) return false
  const holding = await findReviewHolding(ledger.trx, table, rowId)
  if (!holding) return false
  const { review, row } = holding
  const { held } = review
  if ('codings' in held) {
    if (Object.keys(after).some((column) => row[column] !== after[column])) throw new Refusal('conflict', 'refusal.undo-stale')
    const others = held.codings.filter(({ id }) => id !== rowId)
    await holdCodings(ledger, review, before ? [...others, before as unknown as Row<'coding'>] : others)
  } else if (before) throw new Refusal('conflict', 'refusal.undo-text-changed')
  else await ledger.remove('carry_review', review.id)
  return true
}

function isHoldable(table: ActTable): table is 'coding' | 'answer_span' | 'source_span' {
  return table === 'coding' || table === 'answer_span' || table === 'source_span'
}

async function expectAsLeft(ledger: Ledger, { table, rowId, before, after }: Change, on: TextPlaces | undefined): Promise<void> {
  if (!after || table === 'quotation' || (table === 'finding' && !before)) return
  const looked = table === 'source' && before ? changedColumns(before, after) : Object.keys(after)
  const carried = on && on.after !== on.now ? ['start_offset', 'end_offset'] : table === 'carry_review' ? ['guess_start', 'guess_end'] : []
  const values = Object.fromEntries(looked.filter((column) => !carried.includes(column)).map((column) => [column, after[column]]))
  if (!(await ledger.standsAs(table, rowId, values))) throw new Refusal('conflict', 'refusal.undo-stale')
}

/** A row that was changed: its columns that the act changed, in a text that was edited since where they lie there. */
async function turn(ledger: Ledger, { table, rowId, before, after }: Change, on: TextPlaces | undefined): Promise<void> {
  const row = table === 'source' ? Object.fromEntries(changedColumns(before, after).map((column) => [column, before![column]])) : before!
  await reviveFindingOf(ledger, table, row)
  if (!on) return void (await ledger.update(table, rowId, row as never))
  const carried = on.carry(spanOf(before!))
  const there = carried.kind === 'carried' ? carried.span : table === 'source_span' ? carried.guess : null
  if (!there) throw new Refusal('conflict', 'refusal.undo-text-changed')
  await ledger.update(table, rowId, { ...row, ...offsetsOf(there) } as never)
}

async function putBack(ledger: Ledger, { table, before }: Change, on: TextPlaces | undefined, placesOf: PlacesOf): Promise<void> {
  const row = before!
  await reviveFindingOf(ledger, table, row)
  if (table === 'coding') return putBackCoding(ledger, row as unknown as Row<'coding'>)
  if (table === 'carry_review') return void (await ledger.insert(table, await withGuess(row, placesOf)))
  if (!on) return void (await ledger.insert(table, row as never))
  const carried = on.carry(spanOf(row))
  if (carried.kind === 'carried') await ledger.insert(table, { ...row, ...offsetsOf(carried.span) } as never)
  else await hold(ledger, row, on.before, carried, table === 'answer_span' ? { answer: row as never } : { span: row as never })
}

/** A review that is open again: its guess lies in the text that holds. */
async function withGuess(row: Stored, placesOf: PlacesOf): Promise<Row<'carry_review'>> {
  const review = row as unknown as Row<'carry_review'>
  const on = review.guess_start === null ? undefined : await placesOf(review.source_id)
  if (!on) return review
  const carried = on.carry({ start: review.guess_start!, end: review.guess_end! })
  const guess = carried.kind === 'carried' ? carried.span : carried.guess
  return { ...review, guess_start: guess?.start ?? null, guess_end: guess?.end ?? null }
}
