import type { Carried } from '../domain/carry.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { type Change, changedColumns, listChanges } from './acts.ts'
import { breathe } from './breathe.ts'
import { findReviewHolding, findReviewOfQuotation, holdCodings, openReview } from './carry-reviews.ts'
import { carryRows, type Move } from './carry-rows.ts'
import { removeIfUnused } from './codings.ts'
import { removeFindingIfUnused, reviveFinding } from './findings.ts'
import type { ActTable, Ledger } from './ledger.ts'
import { letGoOfQuotation } from './let-go-of-quotation.ts'
import { putBackWhatIsThere } from './put-back.ts'
import type { Row } from './schema.ts'
import { carryBetween, placesOfAct, type TextPlaces, versionFrom } from './text-places.ts'

type Stored = Record<string, unknown>
type PlacesOf = ReturnType<typeof placesOfAct>
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
  await carryBack(ledger, changes, placesOf)
  const laidBack = await layBack(ledger, changes, placesOf)
  for (const [index, change] of changes.entries()) {
    if (laidBack.has(change)) continue
    const on = laid.includes(change.table) ? await placesOf(Number((change.before ?? change.after)!['source_id'])) : undefined
    if (await turnHeld(ledger, change)) continue
    // It may have gone with the last of what was in it: what the act did to it is undone all the same.
    if (change.table === 'finding' && change.before && change.after) await reviveFinding(ledger, change.rowId)
    await expectAsLeft(ledger, change, on)
    if (change.table === 'quotation') await turnQuotation(ledger, change, on)
    else if (change.table === 'finding' && !change.after) await reviveFinding(ledger, change.rowId, change.before as unknown as Row<'finding'>)
    else if (change.table === 'finding' && !change.before) await removeFindingIfUnused(ledger, change.rowId)
    else if (change.before === null) await ledger.remove(change.table, change.rowId)
    else if (change.after === null) await putBack(ledger, change, on, placesOf)
    else await turn(ledger, change, on)
    if (change.table === 'coding' && change.before === null) await removeIfUnused(ledger, Number(change.after!['quotation_id']))
    if (index % 50 === 49) await breathe()
  }
  await putBackReturned(ledger, changes)
  await letGoOfNoted(ledger, changes)
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
  await ledger.update(table, rowId, { ...row, start_offset: there.start, end_offset: there.end } as never)
}

async function putBack(ledger: Ledger, { table, before }: Change, on: TextPlaces | undefined, placesOf: PlacesOf): Promise<void> {
  const row = before!
  await reviveFindingOf(ledger, table, row)
  if (table === 'coding') return putBackCoding(ledger, row as unknown as Row<'coding'>)
  if (table === 'carry_review') return void (await ledger.insert(table, await withGuess(row, placesOf)))
  if (!on) return void (await ledger.insert(table, row as never))
  const carried = on.carry(spanOf(row))
  if (carried.kind === 'carried') await ledger.insert(table, laidAt(row, carried.span) as never)
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

/** A quotation lives as long as anything points at it, whoever made it first. Where it was only moved, `carryBack` has moved it. */
async function turnQuotation(ledger: Ledger, { rowId, before, after }: Change, on: TextPlaces | undefined): Promise<void> {
  if (before && after) return
  const stands = await ledger.trx.selectFrom('quotation').select('id').where('id', '=', rowId).executeTakeFirst()
  if (!before && stands) await removeIfUnused(ledger, rowId)
  if (before && !stands && !(await findReviewOfQuotation(ledger.trx, rowId))) await insertQuotation(ledger, before, on)
}

async function insertQuotation(ledger: Ledger, row: Stored, on: Pick<TextPlaces, 'before' | 'carry'> | undefined): Promise<void> {
  const carried: Carried = on ? on.carry(spanOf(row)) : { kind: 'carried', span: spanOf(row) }
  if (carried.kind === 'carried') await ledger.insert('quotation', laidAt(row, carried.span) as never)
  else await hold(ledger, row, on!.before, carried, { quotation: row as never, codings: [] })
}

async function hold(ledger: Ledger, row: Stored, versionId: number, carried: Carried, held: Parameters<typeof openReview>[1]['held']): Promise<void> {
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
async function putBackCoding(ledger: Ledger, coding: Row<'coding'>): Promise<void> {
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

/** What waited since a text that holds again goes back to its place, unless the act has something to do with it. */
async function putBackReturned(ledger: Ledger, changes: readonly Change[]): Promise<void> {
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'source' || !before || !after || before['version_id'] === after['version_id']) continue
    const { text } = await ledger.trx.selectFrom('source_version').select('text').where('id', '=', Number(before['version_id'])).executeTakeFirstOrThrow()
    await putBackWhatIsThere(ledger, { id: rowId, guid: String(before['guid']) }, text, rowsIn(changes).get('carry_review'))
  }
}

/** Where the act gave a source its text, everything that lies on that text and is not the act's own goes back with it, by the same changes. */
async function carryBack(ledger: Ledger, changes: readonly Change[], placesOf: PlacesOf): Promise<void> {
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'source' || !before || !after || before['version_id'] === after['version_id']) continue
    const { now, then } = (await placesOf(rowId))!
    if (now !== Number(after['version_id'])) throw new Refusal('conflict', 'refusal.undo-stale')
    if (now === then) continue
    const carry = await carryBetween(ledger, now, then)
    const { text } = await ledger.trx.selectFrom('source_version').select('text').where('id', '=', then).executeTakeFirstOrThrow()
    await carryRows(ledger, { sourceId: rowId, versionId: now, text, carry, except: rowsIn(changes), moves: await movesBack(ledger, changes, rowId) })
  }
}

/** Rows that an act only moved, where the text that it moved them from holds when it is taken back: all at once. @returns their changes */
async function layBack(ledger: Ledger, changes: readonly Change[], placesOf: PlacesOf): Promise<Set<Change>> {
  const done = new Set<Change>()
  for (const table of ['answer_span', 'source_span'] as const) {
    const own = changes.filter((change) => change.table === table)
    const times = new Map<number, number>()
    for (const { rowId } of own) times.set(rowId, (times.get(rowId) ?? 0) + 1)
    const moved: Change[] = []
    for (const change of own) {
      if (!change.before || !change.after || times.get(change.rowId) !== 1) continue
      // What it points at may have to be put back first.
      if (changedColumns(change.before, change.after).some((column) => !column.endsWith('_offset'))) continue
      const on = await placesOf(Number(change.before['source_id']))
      if (on && on.before === on.then && on.after === on.now) moved.push(change)
    }
    if (!(await ledger.allStandAs(table, new Map(moved.map(({ rowId, after }) => [rowId, after!]))))) continue
    await ledger.updateMany(
      table,
      moved.map(({ rowId, before }) => ({ id: rowId, patch: before as never })),
    )
    for (const change of moved) done.add(change)
  }
  return done
}

function rowsIn(changes: readonly Change[]): Map<ActTable, Set<number>> {
  const rows = new Map<ActTable, Set<number>>()
  for (const { table, rowId } of changes) rows.set(table, (rows.get(table) ?? new Set()).add(rowId))
  return rows
}

/** Each quotation that the act moved, to where it lay at first. */
async function movesBack(ledger: Ledger, changes: readonly Change[], sourceId: number): Promise<Move[]> {
  const first = new Map<number, Span>()
  for (const { table, rowId, before, after } of changes) if (table === 'quotation' && before && after) first.set(rowId, spanOf(before))
  const rows = await ledger.trx.selectFrom('quotation').select('id').where('source_id', '=', sourceId).execute()
  return rows.flatMap(({ id }) => (first.has(id) ? [{ id, to: first.get(id)! }] : []))
}

function spanOf(row: Stored): Span {
  return { start: Number(row['start_offset']), end: Number(row['end_offset']) }
}

function laidAt(row: Stored, { start, end }: Span): Stored {
  return { ...row, start_offset: start, end_offset: end }
}
