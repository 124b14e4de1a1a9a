import type { CloudCount, CloudWord } from '../../src/domain/cloud-count.ts'
import { type CloudRequest, queryOf } from '../../src/domain/cloud-request.ts'
import { both, clause, type Filter } from '../../src/domain/filter.ts'
import { formatFilter } from '../../src/domain/format-filter.ts'

/** Where a word opens: a code's quotations, or the lines in which the word is said; for the cases of its cloud alone. */
export function addressOf(
  slug: string,
  request: CloudRequest,
  cloud: CloudCount,
  attributes: readonly { id: number; name: string }[],
  word: CloudWord,
): string {
  if (!word.code) {
    const other = cloud.group === request.group ? request.beside : request.group
    return `/projects/${slug}/word-cloud/lines${queryOf({ ...request, group: cloud.group, beside: other }, { word: word.text })}`
  }
  return `/projects/${slug}/quotations?filter=${encodeURIComponent(formatFilter(filterOf(request, cloud, attributes, word.code.id)))}`
}

function filterOf(request: CloudRequest, { group }: CloudCount, attributes: readonly { id: number; name: string }[], codeId: number): Filter {
  const parts: Filter[] = [clause({ key: 'code', named: { id: codeId } })]
  if (request.caseId) parts.push(clause({ key: 'case', named: { id: request.caseId } }))
  if (request.coderId) parts.push(clause({ key: 'coder', named: { id: request.coderId } }))
  const attribute = attributes.find(({ id }) => id === group?.attributeId)
  if (group && attribute) parts.push(clause({ key: 'attribute', name: attribute.name, comparison: { is: group.is, value: group.value } }))
  return both(...parts)
}
