import { type Attribution, attributionOf, type CaseTurn } from '../domain/attribution.ts'
import { among, packed, unpack } from './packed.ts'
import type { Db } from './schema.ts'

/** Which cases stretches of the project's sources count for; of these sources alone, where they are given. */
export async function readAttribution(db: Db, projectId: number, sourceIds?: readonly number[]): Promise<Attribution> {
  return attributionOf(await listSourceCases(db, projectId, sourceIds), await listCaseTurns(db, projectId, sourceIds))
}

/** Every source with its cases, in no order. */
export async function listSourceCases(db: Db, projectId: number, sourceIds?: readonly number[]): Promise<{ sourceId: number; caseId: number }[]> {
  let query = db
    .selectFrom('source_case')
    .innerJoin('source', 'source.id', 'source_case.source_id')
    .where('source.project_id', '=', projectId)
    .select(['source_case.source_id as sourceId', 'source_case.case_id as caseId'])
  if (sourceIds) query = query.where(among('source_case.source_id', sourceIds))
  return query.execute()
}

/** Sources in which a case speaks, whether or not the case was tied to the source as well. */
export async function listSpeakingCases(db: Db, projectId: number): Promise<{ sourceId: number; caseId: number }[]> {
  const rows = await db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .where('source.project_id', '=', projectId)
    .where('speaker.case_id', 'is not', null)
    .select(['speaker.source_id as sourceId', 'speaker.case_id as caseId'])
    .where(({ exists, selectFrom }) => exists(selectFrom('source_span').select('id').whereRef('speaker_id', '=', 'speaker.id').where('kind', '=', 'turn')))
    .execute()
  return rows.map(({ sourceId, caseId }) => ({ sourceId, caseId: caseId! }))
}

/** Every turn of somebody who is a case, in no order. */
export async function listCaseTurns(db: Db, projectId: number, sourceIds?: readonly number[]): Promise<CaseTurn[]> {
  let query = db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .innerJoin('source_span as turn', 'turn.speaker_id', 'speaker.id')
    .where('source.project_id', '=', projectId)
    .where('speaker.case_id', 'is not', null)
    .where('turn.kind', '=', 'turn')
    .select(packed('speaker.source_id', 'speaker.case_id', 'turn.start_offset', 'turn.end_offset').as('rows'))
  if (sourceIds) query = query.where(among('speaker.source_id', sourceIds))
  const row = await query.executeTakeFirst()
  return unpack(row?.rows).map(([sourceId, caseId, start, end]) => ({ sourceId: sourceId!, caseId: caseId!, start: start!, end: end! }))
}
