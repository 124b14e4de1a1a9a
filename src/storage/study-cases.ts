import type { Attribute } from '../domain/attribute.ts'
import { idsOf } from '../domain/ids-of.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

/** A case with its values by attribute id. */
export type StudyCase = { id: number; guid: string; name: string; kind: string; position: number; values: Map<number, string> }

/** The cases of a project in its order. */
export async function listStudyCases(db: Db, projectId: number): Promise<StudyCase[]> {
  const rows = await db.selectFrom('study_case').selectAll().where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
  const values = await db
    .selectFrom('attribute_value')
    .innerJoin('attribute', 'attribute.id', 'attribute_value.attribute_id')
    .select(['attribute_value.case_id', 'attribute_value.attribute_id', 'attribute_value.value'])
    .where('attribute.project_id', '=', projectId)
    .orderBy('attribute.position')
    .execute()
  const cases = new Map(
    rows.map((row): [number, StudyCase] => [row.id, { id: row.id, guid: row.guid, name: row.name, kind: row.kind, position: row.position, values: new Map() }]),
  )
  for (const row of values) cases.get(row.case_id)?.values.set(row.attribute_id, row.value)
  return [...cases.values()]
}

export async function findStudyCase(db: Db, projectId: number, id: number): Promise<{ id: number; name: string; kind: string; position: number } | undefined> {
  return db.selectFrom('study_case').select(['id', 'name', 'kind', 'position']).where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()
}

/** The attributes of a project in its order. */
export async function listAttributes(db: Db, projectId: number): Promise<(Attribute & { guid: string; position: number })[]> {
  return db
    .selectFrom('attribute')
    .select(['id', 'guid', 'name', 'type', 'position'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export type StoredValue = { id: number; caseId: number; attributeId: number; value: string }

/** The values of one case, or of one attribute over all cases. */
export async function listValues(db: Db, of: { caseId: number } | { attributeId: number }): Promise<StoredValue[]> {
  const query = db.selectFrom('attribute_value').select(['id', 'case_id as caseId', 'attribute_id as attributeId', 'value'])
  return ('caseId' in of ? query.where('case_id', '=', of.caseId) : query.where('attribute_id', '=', of.attributeId)).execute()
}

/** The values of these cases. */
export async function listValuesOfCases(db: Db, caseIds: readonly number[]): Promise<StoredValue[]> {
  return db.selectFrom('attribute_value').select(['id', 'case_id as caseId', 'attribute_id as attributeId', 'value']).where(among('case_id', caseIds)).execute()
}

export type SourceCase = { id: number; sourceId: number; caseId: number; caseName: string; value: string | null }

/** Which sources belong to which cases, over a whole project; `value` is the case's value of the attribute asked for. */
export async function listSourceCases(db: Db, projectId: number, attributeId = 0): Promise<SourceCase[]> {
  return db
    .selectFrom('source_case')
    .innerJoin('study_case', 'study_case.id', 'source_case.case_id')
    .leftJoin('attribute_value', (join) => join.onRef('attribute_value.case_id', '=', 'study_case.id').on('attribute_value.attribute_id', '=', attributeId))
    .select(['source_case.id', 'source_case.source_id as sourceId', 'source_case.case_id as caseId', 'study_case.name as caseName', 'attribute_value.value'])
    .where('study_case.project_id', '=', projectId)
    .orderBy('study_case.position')
    .orderBy('source_case.id')
    .execute()
}

/** What hangs on a case: speakers who are it, and answers it gave. */
export async function listHangingOnCase(db: Db, caseId: number): Promise<{ speakers: number[]; answers: number[]; spans: number[]; memos: number[] }> {
  const speakers = await db.selectFrom('speaker').select('id').where('case_id', '=', caseId).execute()
  const answers = await db.selectFrom('answer').select('id').where('case_id', '=', caseId).execute()
  const spans = await db
    .selectFrom('answer_span')
    .innerJoin('answer', 'answer.id', 'answer_span.answer_id')
    .select('answer_span.id')
    .where('answer.case_id', '=', caseId)
    .execute()
  const memos = await db.selectFrom('memo').select('id').where('target_kind', '=', 'case').where('target_id', '=', caseId).execute()
  return { speakers: idsOf(speakers), answers: idsOf(answers), spans: idsOf(spans), memos: idsOf(memos) }
}

/** What a case answered, in the order of the guides. */
export async function listAnswersOfCase(db: Db, caseId: number) {
  return db
    .selectFrom('answer')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .innerJoin('guide_section', 'guide_section.id', 'question.section_id')
    .select(['answer.id', 'question.id as questionId', 'question.number', 'question.text', 'answer.status', 'guide_section.title as section'])
    .where('answer.case_id', '=', caseId)
    .orderBy('guide_section.guide_id')
    .orderBy('guide_section.position')
    .orderBy('question.number')
    .execute()
}
