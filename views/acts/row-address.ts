import type { Row } from './changed-fields.ts'

/** Where a row of the history stands in its project; undefined where it has no place of its own. A thread is where it is written on. */
export function rowAddress(base: string, table: string, rowId: number, row: Row): string | undefined {
  if (table === 'source') return `${base}/sources/${rowId}`
  if (table === 'code') return `${base}/codebook?code=${rowId}`
  if (table === 'study_case') return `${base}/cases/${rowId}`
  if (table === 'coding') return `${base}/codings/${rowId}`
  if (table === 'memo') return `${base}/memos/${rowId}`
  if (table === 'finding') return `${base}/discussion/finding/${rowId}`
  if (table === 'thread') return `${base}/discussion/${row?.['target_kind']}/${row?.['target_id']}`
  return table === 'carry_review' ? `${base}/sources/${row?.['source_id']}/review#review-${rowId}` : undefined
}
