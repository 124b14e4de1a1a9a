import { Refusal } from '../domain/refusal.ts'
import type { Span } from '../domain/span.ts'
import type { House } from '../storage/open.ts'
import {
  findGoneQuotation,
  findMovedTo,
  findTextBefore,
  listQuotationsBy,
  listWaitingQuotations,
  type PlacedQuotation,
} from '../storage/quotation-addresses.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { numberAt } from './link-memos.ts'

/** What stands at a quotation's address: its place in a source, a review that holds it, or what it was when it went. */
export type FoundQuotation =
  | { at: 'text'; sourceId: number; span: Span; paragraph: number }
  | { at: 'review'; sourceId: number; reviewId: number }
  | { at: 'history'; words: string; source: string; paragraph: number; actor: string; when: string; actId: number }

const MOST_MOVES = 100

/** Where a quotation is now. One whose edges were moved is followed to where its codings went. Refused where there never was one of this name in the project. */
export async function findQuotation(house: House, projectId: number, guid: string): Promise<FoundQuotation> {
  const db = house.read
  const [standing] = await listQuotationsBy(db, projectId, { guids: [guid] })
  if (standing) return placeOf(db, standing)
  const [waiting] = await listWaitingQuotations(db, projectId, [guid])
  if (waiting) return { at: 'review', sourceId: waiting.sourceId, reviewId: waiting.reviewId }
  const gone = await findGoneQuotation(db, { guid })
  if (!gone || gone.projectId !== projectId) throw new Refusal('not-found', 'refusal.no-quotation')
  let last = gone
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const next = await findMovedTo(db, last)
    const [there] = next === undefined ? [] : await listQuotationsBy(db, projectId, { id: next })
    if (there) return placeOf(db, there)
    const further = next === undefined ? undefined : await findGoneQuotation(db, { id: next })
    if (!further) break
    const [held] = await listWaitingQuotations(db, projectId, [further.row.guid])
    if (held) return { at: 'review', sourceId: held.sourceId, reviewId: held.reviewId }
    last = further
  }
  const known = await findTextBefore(db, last.row.source_id, last.actId)
  if (!known) throw new Refusal('not-found', 'refusal.no-quotation')
  const span = { start: last.row.start_offset, end: last.row.end_offset }
  const { title: source, text } = known
  return {
    at: 'history',
    words: text.slice(span.start, span.end),
    source,
    paragraph: numberAt(text, span),
    actor: last.actor,
    when: last.at,
    actId: last.actId,
  }
}

async function placeOf(db: Db, { sourceId, start, end }: PlacedQuotation): Promise<FoundQuotation> {
  const text = (await textsOf(db, [sourceId])).get(sourceId)!
  return { at: 'text', sourceId, span: { start, end }, paragraph: numberAt(text, { start, end }) }
}
