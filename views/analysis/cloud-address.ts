import type { CloudCount, CloudWord } from '../../src/domain/cloud-count.ts'
import { filterOfCloud } from '../../src/domain/cloud-filter.ts'
import { type CloudRequest, queryOf } from '../../src/domain/cloud-request.ts'
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
  return `/projects/${slug}/quotations?filter=${encodeURIComponent(formatFilter(filterOfCloud(request, cloud.group, attributes, word.code.id)))}`
}
