import type { Interview } from '../domain/interview.ts'
import type { SpeakingCase } from '../domain/share-answers.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'
import { textsOf } from './source-versions.ts'

/** A source as a guide is looked for in it: without what an earlier look found. `versionId`: the text that it was. */
export type StoredInterview = Interview & { readonly sourceId: number; readonly versionId: number; readonly guideId: number | null }

/** The interviews of these sources, in no order that is promised; those that are not there are left out. */
export async function readInterviews(db: Db, sourceIds: readonly number[]): Promise<StoredInterview[]> {
  if (sourceIds.length === 0) return []
  const sources = await db.selectFrom('source').select(['id', 'language', 'version_id', 'guide_id']).where('id', 'in', sourceIds).execute()
  const speakers = await db.selectFrom('speaker').select(['id', 'source_id', 'label', 'role']).where('source_id', 'in', sourceIds).orderBy('id').execute()
  const spans = await db
    .selectFrom('source_span')
    .select(['source_id', 'kind', 'start_offset as start', 'end_offset as end', 'speaker_id'])
    .where('source_id', 'in', sourceIds)
    .where('made_by', '<>', 'rule')
    .orderBy('start_offset')
    .orderBy('end_offset', 'desc')
    .execute()
  const texts = await textsOf(db, sourceIds)
  const labels = new Map(speakers.map(({ id, label }) => [id, label]))
  return sources.map(({ id, language, version_id, guide_id }) => ({
    sourceId: id,
    versionId: version_id,
    guideId: guide_id,
    text: texts.get(id)!,
    language,
    speakers: speakers.filter((one) => one.source_id === id).map(({ label, role }) => ({ label, role })),
    spans: spans
      .filter((one) => one.source_id === id)
      .map(({ kind, start, end, speaker_id }) => ({ kind, start, end, speaker: speaker_id === null ? null : labels.get(speaker_id)! })),
  }))
}

/** The cases of a source: those that speak in it, with their turns, and those that it belongs to. */
export async function casesInSource(db: Db, sourceId: number): Promise<{ cases: number[]; speaking: SpeakingCase[] }> {
  const linked = await db.selectFrom('source_case').select('case_id').where('source_id', '=', sourceId).orderBy('case_id').execute()
  const turns = await db
    .selectFrom('source_span')
    .innerJoin('speaker', 'speaker.id', 'source_span.speaker_id')
    .select(['speaker.case_id as caseId', 'start_offset as start', 'end_offset as end'])
    .where('source_span.source_id', '=', sourceId)
    .where('source_span.kind', '=', 'turn')
    .where('speaker.case_id', 'is not', null)
    .orderBy('speaker.case_id')
    .orderBy('start_offset')
    .execute()
  const speaking = [...new Set(turns.map((turn) => turn.caseId!))].map((caseId) => ({ caseId, spans: turns.filter((turn) => turn.caseId === caseId) }))
  return { cases: linked.map((row) => row.case_id), speaking }
}

/** Those of these sources that belong to a case, or in which one speaks. */
export async function sourcesWithCases(db: Db, sourceIds: readonly number[]): Promise<Set<number>> {
  const linked = await db.selectFrom('source_case').select('source_id').where(among('source_id', sourceIds)).execute()
  const spoken = await db
    .selectFrom('speaker')
    .innerJoin('source_span', 'source_span.speaker_id', 'speaker.id')
    .select('speaker.source_id')
    .distinct()
    .where(among('speaker.source_id', sourceIds))
    .where('speaker.case_id', 'is not', null)
    .where('source_span.kind', '=', 'turn')
    .execute()
  return new Set([...linked, ...spoken].map((row) => row.source_id))
}
