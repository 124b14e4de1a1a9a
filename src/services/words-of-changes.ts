import type { Cut } from '../domain/cut.ts'
import { type Act, type Change, listSourcesGivenText } from '../storage/acts.ts'
import { type KnownRow, listKnownBefore, listLastRows } from '../storage/known-rows.ts'
import { findTextBefore } from '../storage/quotation-addresses.ts'
import type { Db } from '../storage/schema.ts'

export type Side = 'before' | 'after'
type Row = KnownRow | null | undefined

const LONGEST = 400

/**
 * What tells the words of a row that an act changed, in the text of that time; null where it lies on none. Where the act gave its source another text, the words
 * before it are those that are sure. All that it takes is read here, once for all rows.
 */
export async function readWordsOfChanges(db: Db, act: Act, changes: readonly Change[], cut: Cut): Promise<(row: Row, side: Side) => string | null> {
  const rows = changes.flatMap(({ before, after }) => [before, after])
  const placeOf = await readPlaces(db, act, rows)
  const texts = new Map<number, string | undefined>()
  const places = (['before', 'after'] as const).flatMap((side) => rows.map((row) => placeOf(row, side)).filter(isPlace))
  for (const sourceId of new Set(places.map((place) => Number(place['source_id'])))) texts.set(sourceId, (await findTextBefore(db, sourceId, act.id))?.text)
  return (row, side) => {
    const place = placeOf(row, side)
    const text = isPlace(place) ? texts.get(Number(place['source_id'])) : undefined
    if (!isPlace(place) || text === undefined) return null
    const [start, end] = [place.start_offset, Number(place['end_offset'])]
    return end - start > LONGEST ? `${cut(text, { start, end: start + LONGEST }).toWellFormed()} …` : cut(text, { start, end }) || null
  }
}

function isPlace(row: Row): row is KnownRow & { start_offset: number } {
  return typeof row?.['start_offset'] === 'number'
}

/** The row whose offsets say where a row lies on a text: evidence on its coding's quotation, a coding on its quotation, all else on its own. */
async function readPlaces(db: Db, act: Act, rows: readonly Row[]) {
  const codings = await listLastRows(db, 'coding', idsIn(rows, 'coding_id'), act.id)
  const onQuotation = (row: Row): Row => (row && 'coding_id' in row ? codings.get(Number(row['coding_id'])) : row)
  const quotationIds = idsIn(rows.map(onQuotation), 'quotation_id')
  const last = await listLastRows(db, 'quotation', quotationIds, act.id)
  const before = await listKnownBefore(db, 'quotation', quotationIds, act.id)
  const given = await listSourcesGivenText(db, act.id)
  return (row: Row, side: Side): Row => {
    const one = onQuotation(row)
    const quotationId = one && 'quotation_id' in one ? Number(one['quotation_id']) : undefined
    const place = quotationId === undefined ? one : last.get(quotationId)
    if (!given.has(Number(place?.['source_id']))) return place
    return side === 'before' && quotationId !== undefined ? before.get(quotationId) : undefined
  }
}

function idsIn(rows: readonly Row[], column: string): number[] {
  return [...new Set(rows.flatMap((row) => (row && column in row ? [Number(row[column])] : [])))]
}
