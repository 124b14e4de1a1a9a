import type { AttributeType } from '../domain/attribute.ts'
import type { CountedCase } from '../domain/case-groups.ts'
import { listSourceCases, listSpeakingCases } from './case-turns.ts'
import type { Db } from './schema.ts'

export type CountedAttribute = { id: number; name: string; type: AttributeType }

/** Every case of the project in order, with its sources (those it speaks in, too) and its values. */
export async function listCountedCases(db: Db, projectId: number): Promise<CountedCase[]> {
  const cases = await db.selectFrom('study_case').select(['id', 'name', 'kind']).where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
  const found = new Map(cases.map(({ id, name, kind }) => [id, { id, name, kind, sourceIds: new Set<number>(), values: new Map() }]))
  for (const { caseId, sourceId } of [...(await listSourceCases(db, projectId)), ...(await listSpeakingCases(db, projectId))])
    found.get(caseId)?.sourceIds.add(sourceId)
  const values = await db
    .selectFrom('attribute_value')
    .innerJoin('study_case', 'study_case.id', 'attribute_value.case_id')
    .where('study_case.project_id', '=', projectId)
    .select(['case_id', 'attribute_id', 'value', 'number_value'])
    .execute()
  for (const row of values) found.get(row.case_id)?.values.set(row.attribute_id, { value: row.value, number: row.number_value })
  return [...found.values()].map((one) => ({ ...one, sourceIds: [...one.sourceIds] }))
}

/** In the project's order. */
export async function listCountedAttributes(db: Db, projectId: number): Promise<CountedAttribute[]> {
  return db.selectFrom('attribute').select(['id', 'name', 'type']).where('project_id', '=', projectId).orderBy('position').orderBy('id').execute()
}
