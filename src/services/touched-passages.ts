import type { Span } from '../domain/span.ts'
import { type Act, type Change, countChanges, findLastRow, listChanges } from '../storage/acts.ts'
import type { House } from '../storage/open.ts'

export type TouchedPassages = { spans: Span[]; codeIds: Set<number>; pins: boolean }

/**
 * Where in one source an act changed codings, and of which codes, and where memos on them, and whether it changed what is pinned. Undefined where it
 * changed anything else there, as the text itself (a page is then drawn again whole) or more than 200 rows. Memos on other things are nowhere in the text.
 */
export async function touchedPassages(house: House, act: Act, sourceId: number): Promise<TouchedPassages | undefined> {
  if ((await countChanges(house.read, act.id)) > 200) return undefined
  const touched: TouchedPassages = { spans: [], codeIds: new Set(), pins: false }
  let noted = false
  for (const change of await listChanges(house.read, act.id)) {
    if (change.table === 'source' && change.before?.['version_id'] !== change.after?.['version_id']) return undefined
    if (change.table === 'quotation' || change.table === 'source') continue
    if (change.table === 'pinned_code') {
      touched.pins = true
      continue
    }
    if (change.table === 'memo' || change.table === 'finding') {
      touched.spans.push(...(await spansOfMemo(house, change, sourceId)))
      noted = true
      continue
    }
    if (change.table !== 'coding') return undefined
    const quotation = await quotationOf(house, change)
    if (quotation?.['source_id'] !== sourceId) return undefined
    touched.spans.push({ start: Number(quotation['start_offset']), end: Number(quotation['end_offset']) })
    for (const row of [change.before, change.after]) if (row) touched.codeIds.add(Number(row['code_id']))
  }
  return noted || touched.pins || touched.spans.length > 0 ? touched : undefined
}

async function spansOfMemo(house: House, { before, after }: Change, sourceId: number): Promise<Span[]> {
  const { target_kind: kind, target_id: id } = (after ?? before)!
  if (kind !== 'coding' && kind !== 'quotation') return []
  const quotationId = kind === 'quotation' ? id : (await findLastRow(house.read, 'coding', Number(id)))?.['quotation_id']
  const quotation = await findLastRow(house.read, 'quotation', Number(quotationId))
  return quotation?.['source_id'] === sourceId ? [{ start: Number(quotation['start_offset']), end: Number(quotation['end_offset']) }] : []
}

async function quotationOf(house: House, change: Change): Promise<Record<string, unknown> | undefined> {
  const id = Number((change.before ?? change.after)!['quotation_id'])
  return findLastRow(house.read, 'quotation', id)
}
