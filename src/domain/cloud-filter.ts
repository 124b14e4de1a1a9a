import type { Attribute } from './attribute.ts'
import type { CaseGroup, CloudRequest } from './cloud-request.ts'
import { both, clause, type Filter } from './filter.ts'
import { parseFilter } from './parse-filter.ts'
import { unmistakable } from './written-number.ts'

/** The codings that a cloud (or, with a code, one label of it) rests on, as the filter that lists them. Refuses a wrong filter text. */
export function filterOfCloud(
  request: CloudRequest,
  group: CaseGroup | null,
  attributes: readonly (Pick<Attribute, 'id' | 'name'> & Partial<Attribute>)[],
  codeId = request.themeId,
): Filter {
  const parts: Filter[] = request.filter ? [parseFilter(request.filter)] : []
  if (codeId) parts.push(clause({ key: 'code', named: { id: codeId } }))
  if (request.questionId) parts.push(clause({ key: 'question', named: { id: request.questionId } }))
  if (request.caseId) parts.push(clause({ key: 'case', named: { id: request.caseId } }))
  if (request.coderId) parts.push(clause({ key: 'coder', named: { id: request.coderId } }))
  const attribute = attributes.find(({ id }) => id === group?.attributeId)
  if (group && attribute)
    parts.push(
      clause({
        key: 'attribute',
        name: attribute.name,
        comparison: { is: group.is, value: group.is !== '=' || attribute.type === 'number' ? unmistakable(Number(group.value)) : group.value },
      }),
    )
  return both(...parts)
}

/** Does the cloud speak of quotations, rather than of all that informants say? */
export function isOfQuotations({ themeId, coderId, filter }: CloudRequest): boolean {
  return themeId !== null || coderId !== null || filter !== ''
}
