import { type CountedCase, groupsBy } from '../domain/case-groups.ts'
import { attributeTest } from '../domain/compare-attribute.ts'
import type { Clause } from '../domain/filter.ts'
import { unmistakable } from '../domain/written-number.ts'
import type { FacetCases, FacetScope } from '../search/facets.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCodes } from '../storage/codes.ts'
import { type CountedAttribute, listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import type { Db } from '../storage/schema.ts'
import type { SearchableSource } from '../storage/searchable.ts'

/** An attribute with more values than this tells cases apart, and groups none. */
const MOST_VALUES = 12

/** What a project's searches can be narrowed by, as everything stands now. */
export async function readFacetScope(db: Db, projectId: number, sources: readonly SearchableSource[]): Promise<FacetScope> {
  const cases = await listCountedCases(db, projectId)
  const attributes = await listCountedAttributes(db, projectId)
  const codes = await listCodes(db, projectId)
  return {
    sources: new Map(sources.map(({ id, kind, language }) => [id, { kind, language }])),
    casesOf: (await readAttribution(db, projectId)).casesOf,
    cases: cases.map(({ id, name }) => ({ id, name })),
    attributes: attributes
      .map((attribute) => ({ name: attribute.name, values: valuesOf(attribute, cases) }))
      .filter(({ values }) => values.length > 1 && values.length <= MOST_VALUES),
    themes: codes.filter(({ parentId }) => parentId === null).map(({ id }) => id),
  }
}

/** The groups that the matrix makes of an attribute, each with the condition that a search would ask for it with. */
function valuesOf(attribute: CountedAttribute, cases: readonly CountedCase[]): FacetCases[] {
  return groupsBy(attribute, cases).flatMap(({ label, bounds }) => {
    if (label === null || label === '*') return []
    const clause = {
      key: 'attribute',
      name: attribute.name,
      comparison:
        bounds && bounds.low < bounds.high
          ? { is: 'between', low: unmistakable(bounds.low), high: unmistakable(bounds.high) }
          : { is: '=', value: bounds ? unmistakable(bounds.low) : label },
    } as const satisfies Clause
    const passes = attributeTest(attribute.type, clause)
    const members = cases.filter(({ values }) => {
      const has = values.get(attribute.id)
      return has !== undefined && passes(has.value, has.number)
    })
    return [{ label, clause, caseIds: new Set(members.map(({ id }) => id)), of: members.filter(({ sourceIds }) => sourceIds.length > 0).length }]
  })
}
