import { countReviews } from '../storage/carry-reviews.ts'
import type { Db } from '../storage/schema.ts'

type WaitingSource = { sourceId: number; title: string; quotations: number; answers: number; spans: number; total: number }
export type WaitingCount = { quotations: number; answers: number; spans: number; total: number; sources: WaitingSource[] }

/** How much of a project waits to be laid again since a text was changed: it is in no count, so every total says so. */
export async function countWaiting(db: Db, projectId: number): Promise<WaitingCount> {
  const rows = await countReviews(db, projectId)
  const sources = rows.map((row) => ({ ...row, total: row.quotations + row.answers + row.spans }))
  const sum = (of: 'quotations' | 'answers' | 'spans' | 'total') => sources.reduce((total, source) => total + source[of], 0)
  return { quotations: sum('quotations'), answers: sum('answers'), spans: sum('spans'), total: sum('total'), sources }
}
