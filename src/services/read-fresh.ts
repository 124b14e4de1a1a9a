import { type ChangeOfAct, listChangesOfOthers } from '../storage/changes-between.ts'
import { listPlacesOfCodings, listPlacesOfQuotations } from '../storage/codings.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'

/** What others have changed, by `source 3`, `code 12`, `coding 40`, `cell 5.c12`; `acts`: how many acts that were; `newest`: the newest act of all. */
export type Fresh = { since: number | undefined; of: ReadonlySet<string>; acts: number; newest: number }
/** More rows than these are not told apart: nobody looks through so many marks. */
const MOST_ROWS = 5_000

/** The newest act of the house, by which a page says up to when it shows everything. */
export function newestAct({ read }: House): Promise<number> {
  return newestActId(read)
}

/** What others have changed in a project since an act, after which its reader last looked. Only what was done since is read. */
export async function readFresh(
  { read }: House,
  { projectId, coderId, since }: { projectId: number; coderId: number; since: number | undefined },
): Promise<Fresh> {
  const newest = await newestActId(read)
  if (since === undefined || since >= newest) return { since, of: new Set(), acts: 0, newest }
  const rows = await listChangesOfOthers(read, { projectId, coderId, after: since }, MOST_ROWS)
  const places = await listPlacesOfQuotations(read, new Set(rows.flatMap((row) => (row.table === 'coding' ? [Number(sideOf(row)['quotation_id'])] : []))))
  const codings = await listPlacesOfCodings(read, new Set(rows.flatMap((row) => targetOf(row, 'coding'))))
  const of = new Set(rows.flatMap((row) => [...namesOf(row), ...sourceUnder(row, places, codings)]))
  return { since, of, acts: new Set(rows.map(({ actId }) => actId)).size, newest }
}

function sideOf({ before, after }: ChangeOfAct): Record<string, unknown> {
  return (after ?? before)!
}

function namesOf(row: ChangeOfAct): string[] {
  const side = sideOf(row)
  const both = [row.before, row.after].filter((one) => one !== null)
  if (row.table === 'coding') return [`coding ${row.rowId}`, ...both.map((one) => `code ${one['code_id']}`)]
  if (row.table === 'code') return [`code ${row.rowId}`]
  if (row.table === 'source') return [`source ${row.rowId}`]
  if (row.table === 'source_span') return [`source ${side['source_id']}`]
  if (row.table === 'finding') return [`cell ${side['case_id']}.${side['code_id'] === null ? `q${side['question_id']}` : `c${side['code_id']}`}`]
  if (row.table === 'memo' || row.table === 'thread') return [`${side['target_kind']} ${side['target_id']}`]
  return []
}

type Places = Awaited<ReturnType<typeof listPlacesOfCodings>>

function sourceUnder(row: ChangeOfAct, quotations: Places, codings: Places): string[] {
  const place = row.table === 'coding' ? quotations.get(Number(sideOf(row)['quotation_id'])) : codings.get(targetOf(row, 'coding')[0] ?? 0)
  return place ? [`source ${place.sourceId}`] : []
}

function targetOf(row: ChangeOfAct, kind: string): number[] {
  const side = sideOf(row)
  return (row.table === 'memo' || row.table === 'thread') && side['target_kind'] === kind ? [Number(side['target_id'])] : []
}
