import { type CodeNode, withDescendants } from '../domain/code.ts'
import { countByCode, countUnder } from '../storage/codebook-counts.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** Distinct quotations under every code of the codebook, its sub-codes among them, by code id. */
export async function countCodes(house: House, projectId: number): Promise<Map<number, number>> {
  const counts = await countByCode(house.read, projectId)
  return new Map((await listCodes(house.read, projectId)).map(({ id }) => [id, counts.get(id)?.quotations ?? 0]))
}

/** The same for some codes and all that stand above them: what an act on those codes changes. */
export async function countTouchedCodes(house: House, codeOf: ReadonlyMap<number, CodeNode>, codeIds: Iterable<number>): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for (const id of codeIds)
    for (let node = codeOf.get(id); node && !counts.has(node.id); node = codeOf.get(node.parentId ?? -1)) {
      const under = withDescendants(node).map((one) => one.id)
      counts.set(node.id, await countUnder(house.read, under))
    }
  return counts
}
