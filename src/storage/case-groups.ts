import type { AttributeType } from '../domain/attribute.ts'
import type { Span } from '../domain/span.ts'
import type { Db } from './schema.ts'

export type CaseWithValues = { id: number; name: string; values: Map<number, { value: string; number: number | null }> }

/** The cases of a project with their attribute values by attribute, in the project's order. */
export async function listCasesWithValues(db: Db, projectId: number): Promise<CaseWithValues[]> {
  const rows = await db
    .selectFrom('study_case')
    .leftJoin('attribute_value', 'attribute_value.case_id', 'study_case.id')
    .select(['study_case.id', 'study_case.name', 'attribute_value.attribute_id', 'attribute_value.value', 'attribute_value.number_value'])
    .where('study_case.project_id', '=', projectId)
    .orderBy('study_case.position')
    .orderBy('study_case.id')
    .execute()
  const cases = new Map<number, CaseWithValues>()
  for (const row of rows) {
    const one = cases.get(row.id) ?? { id: row.id, name: row.name, values: new Map() }
    cases.set(row.id, one)
    if (row.attribute_id !== null && row.value !== null) one.values.set(row.attribute_id, { value: row.value, number: row.number_value })
  }
  return [...cases.values()]
}

export async function listAttributesOf(db: Db, projectId: number): Promise<{ id: number; name: string; type: AttributeType }[]> {
  return db.selectFrom('attribute').select(['id', 'name', 'type']).where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
}

/** Which cases a whole source counts for, where no speaker's turn says otherwise. */
export async function listCasesOfSources(db: Db, projectId: number): Promise<{ sourceId: number; caseId: number }[]> {
  return db
    .selectFrom('source_case')
    .innerJoin('study_case', 'study_case.id', 'source_case.case_id')
    .select(['source_case.source_id as sourceId', 'source_case.case_id as caseId'])
    .where('study_case.project_id', '=', projectId)
    .orderBy('study_case.position')
    .execute()
}

/** The turns of speakers that are cases themselves, in the order of the texts. */
export async function listTurnsOfCases(db: Db, projectId: number): Promise<(Span & { sourceId: number; caseId: number })[]> {
  const rows = await db
    .selectFrom('source_span')
    .innerJoin('speaker', 'speaker.id', 'source_span.speaker_id')
    .innerJoin('source', 'source.id', 'source_span.source_id')
    .select(['source_span.source_id as sourceId', 'speaker.case_id as caseId', 'source_span.start_offset as start', 'source_span.end_offset as end'])
    .where('source.project_id', '=', projectId)
    .where('source_span.kind', '=', 'turn')
    .where('speaker.case_id', 'is not', null)
    .orderBy('source_span.source_id')
    .orderBy('source_span.start_offset')
    .execute()
  return rows.map((row) => ({ ...row, caseId: row.caseId! }))
}
