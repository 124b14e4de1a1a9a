import type { AttributeType } from '../domain/attribute.ts'
import type { Db } from './schema.ts'

export type CaseOfSource = { id: number; name: string; attributes: { name: string; type: AttributeType; value: string }[] }

/** The cases of a source with their attributes, in the project's order. */
export async function listCasesOfSource(db: Db, sourceId: number): Promise<CaseOfSource[]> {
  const rows = await db
    .selectFrom('source_case')
    .innerJoin('study_case', 'study_case.id', 'source_case.case_id')
    .leftJoin('attribute_value', 'attribute_value.case_id', 'study_case.id')
    .leftJoin('attribute', 'attribute.id', 'attribute_value.attribute_id')
    .select(['study_case.id', 'study_case.name', 'attribute.name as attribute', 'attribute.type', 'attribute_value.value'])
    .where('source_case.source_id', '=', sourceId)
    .orderBy('study_case.position')
    .orderBy('attribute.position')
    .execute()
  const cases = new Map<number, CaseOfSource>()
  for (const row of rows) {
    const one = cases.get(row.id) ?? { id: row.id, name: row.name, attributes: [] }
    cases.set(row.id, one)
    if (row.attribute && row.type && row.value) one.attributes.push({ name: row.attribute, type: row.type, value: row.value })
  }
  return [...cases.values()]
}
