import type { CodeNode } from '../domain/code.ts'
import { countByCode } from '../storage/codebook-counts.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** Distinct quotations under every code of the codebook, its sub-codes among them, by code id. */
export async function countCodes(house: House, projectId: number): Promise<Map<number, number>> {
  const codes = await listCodes(house.read, projectId)
  return countOf(
    house,
    projectId,
    codes.map((code) => code.id),
  )
}

/** The same for some codes and all that stand above them: what an act on those codes changes. */
export async function countTouchedCodes(
  house: House,
  projectId: number,
  codeOf: ReadonlyMap<number, CodeNode>,
  codeIds: Iterable<number>,
): Promise<Map<number, number>> {
  const touched = new Set<number>()
  for (const id of codeIds) for (let node = codeOf.get(id); node && !touched.has(node.id); node = codeOf.get(node.parentId ?? -1)) touched.add(node.id)
  return countOf(house, projectId, [...touched])
}

async function countOf(house: House, projectId: number, ids: readonly number[]): Promise<Map<number, number>> {
  const counts = await countByCode(house.read, projectId, ids)
  return new Map(ids.map((id) => [id, counts.get(id)?.quotations ?? 0]))
}
