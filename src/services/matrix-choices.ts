import { groupsBy } from '../domain/case-groups.ts'
import { treeOf } from '../domain/code.ts'
import { clause } from '../domain/filter.ts'
import { formatFilter } from '../domain/format-filter.ts'
import { unmistakable } from '../domain/written-number.ts'
import { listCodersIn } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listFilterSets } from '../storage/filter-sets.ts'
import type { Db } from '../storage/schema.ts'

/** What the forms of analysis can be narrowed by: attributes with the conditions that their values make, coders, themes. */
export async function matrixChoices(db: Db, projectId: number) {
  const attributes = await listCountedAttributes(db, projectId)
  const cases = await listCountedCases(db, projectId)
  const tree = treeOf(await listCodes(db, projectId))
  const conditions = attributes.flatMap((attribute) =>
    groupsBy(attribute, cases)
      .filter(({ label }) => label !== null)
      .map(({ label, bounds }) => ({
        attribute: attribute.name,
        label: label!,
        filter: formatFilter(
          clause({
            key: 'attribute',
            name: attribute.name,
            comparison: bounds ? { is: 'between', low: unmistakable(bounds.low), high: unmistakable(bounds.high) } : { is: '=', value: label! },
          }),
        ),
      })),
  )
  return {
    attributes,
    coders: await listCodersIn(db, projectId),
    themes: tree.filter(({ retiredAt }) => retiredAt === null).map(({ id, key, label }) => ({ id, key, label })),
    conditions: conditions.slice(0, 500),
    sets: (await listFilterSets(db, projectId)).map(({ name }) => name),
  }
}
