import { flatten, treeOf } from '../domain/code.ts'
import { listCodersIn } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'

/** What the memos of a project can be narrowed by. */
export async function memoChoices(house: House, projectId: number) {
  const [coders, codes, sources] = await Promise.all([
    listCodersIn(house.read, projectId),
    listCodes(house.read, projectId),
    listSources(house.read, projectId),
  ])
  return {
    coders,
    codes: flatten(treeOf(codes)).map(({ id, key, label }) => ({ id, key, label })),
    sources: sources.map(({ id, title }) => ({ id, title })),
  }
}
