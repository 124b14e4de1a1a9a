import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { countQuotationsUnder } from '../storage/code-counts.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** Distinct quotations under every code of the codebook, its sub-codes among them, by code id. */
export async function countCodes(house: House, projectId: number): Promise<Map<number, number>> {
  const nodes = flatten(treeOf(await listCodes(house.read, projectId)))
  return countEach(house, nodes)
}

/** The same for some codes and all that stand above them: what an act on those codes changes. */
export async function countTouchedCodes(house: House, codeOf: ReadonlyMap<number, CodeNode>, codeIds: Iterable<number>): Promise<Map<number, number>> {
  const touched = new Map<number, CodeNode>()
  for (const id of codeIds)
    for (let node = codeOf.get(id); node && !touched.has(node.id); node = node.parentId === null ? undefined : codeOf.get(node.parentId))
      touched.set(node.id, node)
  return countEach(house, [...touched.values()])
}

async function countEach(house: House, nodes: readonly CodeNode[]): Promise<Map<number, number>> {
  const counts = await Promise.all(
    nodes.map((node) =>
      countQuotationsUnder(
        house.read,
        withDescendants(node).map((one) => one.id),
      ),
    ),
  )
  return new Map(nodes.map((node, index) => [node.id, counts[index]!]))
}
