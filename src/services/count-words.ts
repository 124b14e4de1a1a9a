import type { CloudRequest } from '../domain/cloud-request.ts'
import { listWords, sortWords, WORDS_A_PAGE, type WordList, type WordOrder } from '../domain/word-list.ts'
import type { Db } from '../storage/schema.ts'
import { readCloudScope } from './cloud-scope.ts'
import { countRequest, isHidden } from './count-cloud.ts'

export type WordListWish = { projectId: number; request: CloudRequest; order: WordOrder; page?: number }

/** The words of a request and their numbers, one page of them or all. Counted as clouds are, so that a list and a cloud can't disagree. Run it in a worker. */
export async function countWordList(db: Db, { projectId, request, order, page }: WordListWish): Promise<WordList> {
  const scope = await readCloudScope(db, projectId)
  const { words, groups } = await countRequest(db, projectId, scope, request)
  const hidden = new Set(request.without)
  const kept = words.filter(({ sides, forms }) => sides.reduce((sum, { count }) => sum + count, 0) >= request.least && !isHidden(forms, hidden))
  const totals = groups.map(({ total }) => total)
  const sorted = sortWords(listWords(kept, totals), order)
  const shown = page === undefined ? sorted : sorted.slice((page - 1) * WORDS_A_PAGE, page * WORDS_A_PAGE)
  return { words: shown, groups, all: sorted.length, unit: scope.unit }
}
