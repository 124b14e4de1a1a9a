import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** The sources of cases, those they speak in too, with the guide that each follows. */
export async function sourcesOfCases(db: Db, caseIds: readonly number[]): Promise<{ caseId: number; sourceId: number; guideId: number | null }[]> {
  const linked = await db
    .selectFrom('source_case')
    .innerJoin('source', 'source.id', 'source_case.source_id')
    .select(['source_case.case_id as caseId', 'source.id as sourceId', 'source.guide_id as guideId'])
    .where(among('source_case.case_id', caseIds))
    .execute()
  const spoken = await db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .select(['speaker.case_id as caseId', 'source.id as sourceId', 'source.guide_id as guideId'])
    .where(among('speaker.case_id', caseIds))
    .execute()
  const all = [...linked, ...spoken.map((row) => ({ ...row, caseId: row.caseId! }))]
  return [...new Map(all.map((row) => [`${row.caseId} ${row.sourceId}`, row])).values()]
}

/** Other sources of the cases that sources belong to. */
export async function sourcesBeside(db: Db, sourceIds: readonly number[]): Promise<number[]> {
  const linked = await db.selectFrom('source_case').select('case_id').where(among('source_id', sourceIds)).execute()
  const spoken = await db.selectFrom('speaker').select('case_id').where(among('source_id', sourceIds)).where('case_id', 'is not', null).execute()
  const beside = await sourcesOfCases(db, [...new Set([...linked, ...spoken].map((row) => row.case_id!))])
  return [...new Set(beside.map((one) => one.sourceId))].filter((id) => !sourceIds.includes(id))
}
