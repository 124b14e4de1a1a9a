import type { SpeakerRole } from '../domain/source.ts'
import type { Db } from './schema.ts'

/** Somebody who speaks in a source; `turns` counts their turns. */
export type Speaker = { id: number; label: string; role: SpeakerRole; caseId: number | null; caseName: string | null; turns: number }

/** Who speaks in a source, in the order in which they first came. */
export async function listSpeakers(db: Db, sourceId: number): Promise<Speaker[]> {
  const rows = await db
    .selectFrom('speaker')
    .leftJoin('study_case', 'study_case.id', 'speaker.case_id')
    .leftJoin('source_span', (join) => join.onRef('source_span.speaker_id', '=', 'speaker.id').on('source_span.kind', '=', 'turn'))
    .where('speaker.source_id', '=', sourceId)
    .select((eb) => [
      'speaker.id',
      'speaker.label',
      'speaker.role',
      'speaker.case_id as caseId',
      'study_case.name as caseName',
      eb.fn.count<number>('source_span.id').as('turns'),
    ])
    .groupBy('speaker.id')
    .orderBy('speaker.id')
    .execute()
  return rows.map((row) => ({ ...row, turns: Number(row.turns) }))
}

export type ProjectSpeaker = { id: number; sourceId: number; label: string; role: SpeakerRole }

/** Everybody who speaks in the sources of a project. */
export async function listProjectSpeakers(db: Db, projectId: number): Promise<ProjectSpeaker[]> {
  return db
    .selectFrom('speaker')
    .innerJoin('source', 'source.id', 'speaker.source_id')
    .where('source.project_id', '=', projectId)
    .select(['speaker.id', 'speaker.source_id as sourceId', 'speaker.label', 'speaker.role'])
    .orderBy('speaker.id')
    .execute()
}

/** The spans that a speaker has; of one kind alone, where it is given. */
export async function listSpansOfSpeaker(db: Db, speakerId: number, kind?: 'preamble'): Promise<number[]> {
  let query = db.selectFrom('source_span').select('id').where('speaker_id', '=', speakerId)
  if (kind) query = query.where('kind', '=', kind)
  return (await query.execute()).map((row) => row.id)
}
