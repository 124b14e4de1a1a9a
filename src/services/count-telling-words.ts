import { wholeCloud } from '../domain/cloud-request.ts'
import { type TellingWord, tellingWords } from '../domain/telling-words.ts'
import { countSides } from '../domain/word-count.ts'
import { listWords } from '../domain/word-list.ts'
import { stem } from '../search/stem.ts'
import type { Db } from '../storage/schema.ts'
import { readCloudScope } from './cloud-scope.ts'
import { readSides } from './count-cloud.ts'

/** The words that tell a code's passages from all that informants say. Counted over every text: run it in a worker. */
export async function countTellingWords(db: Db, { projectId, codeId }: { projectId: number; codeId: number }): Promise<TellingWord[]> {
  const scope = await readCloudScope(db, projectId)
  const [coded] = await readSides(db, projectId, scope, { ...wholeCloud, themeId: codeId })
  const [all] = await readSides(db, projectId, scope, wholeCloud)
  const { words, totals } = countSides([coded!.texts, all!.texts], stem)
  return tellingWords(listWords(words, totals))
}
