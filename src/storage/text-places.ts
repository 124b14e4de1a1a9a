import { type Carried, carrierOver } from '../domain/carry.ts'
import type { Span } from '../domain/span.ts'
import type { Change as ActChange } from './acts.ts'
import type { Ledger } from './ledger.ts'
import type { Db, Row } from './schema.ts'
import { stepsBetween } from './version-changes.ts'

/**
 * In which version of a source's text the rows of an act lie, and in which they will when the act is taken back. `before`, `after`: when
 * the act was done. `now`: as the source stands. `then`: when the act is taken back, which is `now` unless the act gave it its text.
 */
export type TextPlaces = { before: number; after: number; now: number; then: number; carry: (span: Span) => Carried }

/** The places of an act for a source. Undefined for one that neither stands nor comes back. */
export type PlacesOf = (sourceId: number) => Promise<TextPlaces | undefined>

/** The places of an act for any source, looked up once. */
export function placesOfAct(ledger: Ledger, actId: number, changes: readonly ActChange[]): PlacesOf {
  const known = new Map<number, Promise<TextPlaces | undefined>>()
  return (sourceId) => {
    if (!known.has(sourceId)) known.set(sourceId, placesIn(ledger, actId, sourceId, changes))
    return known.get(sourceId)!
  }
}

async function placesIn(ledger: Ledger, actId: number, sourceId: number, changes: readonly ActChange[]): Promise<TextPlaces | undefined> {
  const own = changes.filter((change) => change.table === 'source' && change.rowId === sourceId)
  const standing = await ledger.trx.selectFrom('source').select('version_id').where('id', '=', sourceId).executeTakeFirst()
  const returning = own.find(({ before, after }) => before && before['version_id'] !== after?.['version_id'])
  const now = standing?.version_id ?? Number(returning?.before?.['version_id'])
  if (Number.isNaN(now)) return undefined
  const before = (await versionFrom(ledger, sourceId, actId)) ?? now
  const after = (await versionFrom(ledger, sourceId, actId + 1)) ?? now
  const then = returning ? Number(returning.before!['version_id']) : now
  return { before, after, now, then, carry: await carryBetween(ledger, before, then) }
}

/** Carries spans between two versions of a source. */
export async function carryBetween(ledger: { readonly trx: Db }, fromId: number, toId: number): Promise<(span: Span) => Carried> {
  const steps = await stepsBetween(ledger.trx, fromId, toId)
  return steps ? carrierOver(steps) : () => ({ kind: 'unsure', guess: null })
}

/** The version that a source had at the moment after an act; undefined where it has had no other since. */
export async function versionThen(ledger: Ledger, sourceId: number, actId: number): Promise<number | undefined> {
  return versionFrom(ledger, sourceId, actId + 1)
}

/** The version that a source had before this act and those after it; undefined where none of them touched the source. */
export async function versionFrom(ledger: { readonly trx: Db }, sourceId: number, actId: number): Promise<number | undefined> {
  return (await findSourceBefore(ledger.trx, sourceId, actId))?.version_id
}

/** A source as it was before this act and those after it; undefined where none of them changed it. */
export async function findSourceBefore(db: Db, sourceId: number, actId: number): Promise<Row<'source'> | undefined> {
  const row = await db
    .selectFrom('change')
    .select('before')
    .where('table_name', '=', 'source')
    .where('row_id', '=', sourceId)
    .where('act_id', '>=', actId)
    .where('before', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && (JSON.parse(row.before!) as Row<'source'>)
}
