import type { CloudRequest } from '../domain/cloud-request.ts'
import { listWords, sortWords, WORDS_A_PAGE, type WordList, type WordOrder } from '../domain/word-list.ts'
import type { Db } from '../storage/schema.ts'
import { readCloudScope } from './cloud-scope.ts'
import { countRequest, isHidden } from './count-cloud.ts'

export type WordListWish = { projectId: number; request: CloudRequest; order: WordOrder; page?: number; isName?: (word: string) => boolean }

/** The words of a request and their numbers, one page of them or all. Counted as clouds are, so that a list and a cloud can't disagree. `isName`: words that are left out. Run it in a worker. */
export async function countWordList(db: Db, { projectId, request, order, page, isName }: WordListWish): Promise<WordList> {
  const scope = await readCloudScope(db, projectId)
  const { words, groups } = await countRequest(db, projectId, scope, request)
  const hidden = new Set(request.without)
  const named = (forms: readonly string[]) => isName !== undefined && forms.some((form) => form.split(' ').some(isName))
  const kept = words.filter(
    ({ sides, forms }) => sides.reduce((sum, { count }) => sum + count, 0) >= request.least && !isHidden(forms, hidden) && !named(forms),
  )
  const totals = groups.map(({ total }) => total)
  const sorted = sortWords(listWords(kept, totals), order)
  const shown = page === undefined ? sorted : sorted.slice((page - 1) * WORDS_A_PAGE, page * WORDS_A_PAGE)
  return { words: shown, groups, all: sorted.length, unit: scope.unit }
}
