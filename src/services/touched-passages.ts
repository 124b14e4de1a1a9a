import type { Span } from '../domain/span.ts'
import { type Act, type Change, countChanges, findLastRow, listChanges } from '../storage/acts.ts'
import type { House } from '../storage/open.ts'

export type TouchedPassages = { spans: Span[]; codeIds: Set<number>; pins: boolean }

/**
 * Where in one source an act changed codings, and of which codes, and whether it changed what is pinned. Undefined where it changed anything else, as the text itself
 * (a page is then drawn again whole) or more than 200 rows.
 */
export async function touchedPassages(house: House, act: Act, sourceId: number): Promise<TouchedPassages | undefined> {
  if ((await countChanges(house.read, act.id)) > 200) return undefined
  const touched: TouchedPassages = { spans: [], codeIds: new Set(), pins: false }
  for (const change of await listChanges(house.read, act.id)) {
    if (change.table === 'source' && change.before?.['version_id'] !== change.after?.['version_id']) return undefined
    if (change.table === 'quotation' || change.table === 'source') continue
    if (change.table === 'pinned_code') {
      touched.pins = true
      continue
    }
    if (change.table !== 'coding') return undefined
    const quotation = await quotationOf(house, change)
    if (quotation?.['source_id'] !== sourceId) return undefined
    touched.spans.push({ start: Number(quotation['start_offset']), end: Number(quotation['end_offset']) })
    for (const row of [change.before, change.after]) if (row) touched.codeIds.add(Number(row['code_id']))
  }
  return touched.spans.length > 0 || touched.pins ? touched : undefined
}

async function quotationOf(house: House, change: Change): Promise<Record<string, unknown> | undefined> {
  const id = Number((change.before ?? change.after)!['quotation_id'])
  return findLastRow(house.read, 'quotation', id)
}
