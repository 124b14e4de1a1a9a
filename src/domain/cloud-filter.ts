import type { Attribute } from './attribute.ts'
import { type CaseGroup, type CloudRequest, endsOf } from './cloud-request.ts'
import { both, type Comparison, clause, type Filter } from './filter.ts'
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
  if (group && attribute) parts.push(...comparisonsOf(group, attribute).map((comparison) => clause({ key: 'attribute', name: attribute.name, comparison })))
  return both(...parts)
}

function comparisonsOf({ is, value }: CaseGroup, { type }: Partial<Attribute>): Comparison[] {
  if (is === '=') return [{ is, value: type === 'number' ? unmistakable(Number(value)) : value }]
  if (is !== '..') return [{ is, value: unmistakable(Number(value)) }]
  const [low = 0, high = 0] = endsOf(value).map(Number)
  return [
    { is: '>=', value: unmistakable(low) },
    { is: '<', value: unmistakable(high) },
  ]
}

/** Does the cloud speak of quotations, rather than of all that informants say? */
export function isOfQuotations({ themeId, coderId, filter }: CloudRequest): boolean {
  return themeId !== null || coderId !== null || filter !== ''
}
