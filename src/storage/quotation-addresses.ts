import { sql } from 'kysely'
import type { ActKind } from '../domain/act.ts'
import type { Span } from '../domain/span.ts'
import { listChanges } from './acts.ts'
import { among } from './packed.ts'
import type { Db, Row } from './schema.ts'
import { findSourceBefore } from './text-places.ts'

export type PlacedQuotation = Span & { id: number; guid: string; sourceId: number; title: string }

/** Quotations of a project by their guids or ids, where they stand. */
export async function listQuotationsBy(db: Db, projectId: number, by: { guids: readonly string[] } | { id: number }): Promise<PlacedQuotation[]> {
  const query = db
    .selectFrom('quotation')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .select(['quotation.id', 'quotation.guid', 'quotation.source_id as sourceId', 'source.title'])
    .select(['quotation.start_offset as start', 'quotation.end_offset as end'])
    .where('source.project_id', '=', projectId)
  return ('id' in by ? query.where('quotation.id', '=', by.id) : query.where('quotation.guid', 'in', by.guids)).execute()
}

/** Quotations of a project by their guids, where they wait to be laid again: `versionId` is the text that `start` and `end` are in. */
export async function listWaitingQuotations(db: Db, projectId: number, guids: readonly string[]) {
  return db
    .selectFrom('carry_review')
    .innerJoin('source', 'source.id', 'carry_review.source_id')
    .select(['carry_review.id as reviewId', 'source.id as sourceId', 'source.guid as sourceGuid', 'source.title', 'carry_review.version_id as versionId'])
    .select(['carry_review.start_offset as start', 'carry_review.end_offset as end', sql<string>`carry_review.held ->> '$.quotation.guid'`.as('guid')])
    .where('source.project_id', '=', projectId)
    .where('carry_review.kind', '=', 'quotation')
    .where(sql<string>`carry_review.held ->> '$.quotation.guid'`, 'in', guids)
    .execute()
}

/** The guids of quotations. */
export async function listGuids(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.selectFrom('quotation').select(['id', 'guid']).where(among('id', ids)).execute()
  return new Map(rows.map(({ id, guid }) => [id, guid]))
}

export type GoneQuotation = { row: Row<'quotation'>; actId: number; kind: ActKind; actor: string; at: string; projectId: number | null }

/** A quotation as it was when it was last taken away. The history is looked through from end to end: for addresses that lead nowhere. */
export async function findGoneQuotation(db: Db, by: { guid: string } | { id: number }): Promise<GoneQuotation | undefined> {
  const query = db
    .selectFrom('change')
    .innerJoin('act', 'act.id', 'change.act_id')
    .innerJoin('coder', 'coder.id', 'act.actor_id')
    .select(['change.before', 'act.id as actId', 'act.kind', 'act.at', 'act.project_id as projectId', 'coder.name as actor'])
    .where('change.table_name', '=', 'quotation')
    .where('change.after', 'is', null)
    .orderBy('change.id', 'desc')
  const row = await ('id' in by
    ? query.where('change.row_id', '=', by.id)
    : query.where(sql<string>`change.before ->> '$.guid'`, '=', by.guid)
  ).executeTakeFirst()
  return row && { row: JSON.parse(row.before!) as Row<'quotation'>, actId: row.actId, kind: row.kind, actor: row.actor, at: row.at, projectId: row.projectId }
}

/** Where the codings of a quotation went in the act that took it away: to other words, by moved edges, parting or joining. */
export async function findMovedTo(db: Db, { row, actId, kind }: GoneQuotation): Promise<number | undefined> {
  const moved = (await listChanges(db, actId)).filter(({ table, after }) => table === 'coding' && after !== null && after['quotation_id'] !== row.id)
  const own = moved.find(({ before }) => before?.['quotation_id'] === row.id) ?? (kind === 'join-codings' ? moved[0] : undefined)
  return own && Number(own.after!['quotation_id'])
}

/** The text that a gone quotation's place is in, and what its source was called: as its source was before the act. */
export async function findTextBefore(db: Db, sourceId: number, actId: number): Promise<{ title: string; text: string } | undefined> {
  const standing = db.selectFrom('source').select(['title', 'version_id']).where('id', '=', sourceId)
  const source = (await findSourceBefore(db, sourceId, actId)) ?? (await standing.executeTakeFirst())
  if (!source) return undefined
  const version = await db.selectFrom('source_version').select('text').where('id', '=', source.version_id).executeTakeFirst()
  return version && { title: source.title, text: version.text }
}
