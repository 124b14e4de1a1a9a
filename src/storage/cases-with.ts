import { attributeTest } from '../domain/compare-attribute.ts'
import type { Clause } from '../domain/filter.ts'
import { unknownAttribute } from '../domain/unknown-in-filter.ts'
import type { Db } from './schema.ts'

/** The cases whose value of an attribute passes a clause. Refuses an attribute that the project does not have, and what its type can't do. */
export async function listCasesWith(db: Db, projectId: number, clause: Clause & { key: 'attribute' }): Promise<Set<number>> {
  const attributes = await db.selectFrom('attribute').select(['id', 'name', 'type']).where('project_id', '=', projectId).execute()
  const same = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase('sv')
  const attribute = attributes.find(({ name }) => name === clause.name) ?? attributes.find(({ name }) => same(name) === same(clause.name))
  if (!attribute)
    throw unknownAttribute(
      clause,
      attributes.map(({ name }) => name),
    )
  const passes = attributeTest(attribute.type, clause)
  const rows = await db.selectFrom('attribute_value').select(['case_id', 'value', 'number_value']).where('attribute_id', '=', attribute.id).execute()
  return new Set(rows.filter((row) => passes(row.value, row.number_value)).map((row) => row.case_id))
}
