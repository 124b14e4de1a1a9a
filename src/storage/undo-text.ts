import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import { type Change, changedColumns } from './acts.ts'
import { carryRows, type Move } from './carry-rows.ts'
import type { ActTable, Ledger } from './ledger.ts'
import { putBackWhatIsThere } from './put-back.ts'
import { spanOf } from './row-span.ts'
import { carryBetween, type PlacesOf } from './text-places.ts'
import { listUntouchedSince } from './touched.ts'

/** What waited since a text that holds again goes back to its place, unless the act has something to do with it. */
export async function putBackReturned(ledger: Ledger, changes: readonly Change[]): Promise<void> {
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'source' || !before || !after || before['version_id'] === after['version_id']) continue
    const { text } = await ledger.trx.selectFrom('source_version').select('text').where('id', '=', Number(before['version_id'])).executeTakeFirstOrThrow()
    await putBackWhatIsThere(ledger, { id: rowId, guid: String(before['guid']) }, text, rowsIn(changes).get('carry_review'))
  }
}

/**
 * Where the act gave a source its text, everything that lies on that text and is not the act's own goes back with it, by the same changes;
 * but for what nobody has touched since before the act, which lies already where it lay.
 */
export async function carryBack(ledger: Ledger, actId: number, changes: readonly Change[], placesOf: PlacesOf): Promise<void> {
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'source' || !before || !after || before['version_id'] === after['version_id']) continue
    const { now, then } = (await placesOf(rowId))!
    if (now !== Number(after['version_id'])) throw new Refusal('conflict', 'refusal.undo-stale')
    if (now === then) continue
    const carry = await carryBetween(ledger, now, then)
    const { text } = await ledger.trx.selectFrom('source_version').select('text').where('id', '=', then).executeTakeFirstOrThrow()
    const except = rowsIn(changes)
    for (const laid of ['quotation', 'answer_span', 'source_span', 'carry_review'] as const)
      except.set(laid, new Set([...(except.get(laid) ?? []), ...(await listUntouchedSince(ledger.trx, laid, rowId, actId))]))
    await carryRows(ledger, { sourceId: rowId, versionId: now, text, carry, except, moves: await movesBack(ledger, changes, rowId) })
  }
}

/** Rows that an act only moved, where the text that it moved them from holds when it is taken back: all at once. @returns their changes */
export async function layBack(ledger: Ledger, changes: readonly Change[], placesOf: PlacesOf): Promise<Set<Change>> {
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
