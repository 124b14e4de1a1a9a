import { attributionOf } from '../domain/attribution.ts'
import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { count } from '../domain/count.ts'
import { countUnder } from '../storage/codebook-counts.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { readCounted } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { selectCodings } from './select-codings.ts'

/** Distinct quotations under a code with everything below it, and codings of the code itself. */
export type CodeCount = { quotations: number; codings: number }

/** Counts of a whole codebook by code id, by the one counting engine: each code has a row with those below it, and one of its own. */
export async function countCodebook(db: Db, projectId: number, tree: readonly CodeNode[]): Promise<Map<number, CodeCount>> {
  const nodes = flatten(tree)
  const rowsOfCode = new Map<number, number[]>()
  nodes.forEach((node, row) => {
    for (const { id } of withDescendants(node)) rowsOfCode.set(id, [...(rowsOfCode.get(id) ?? []), row])
    rowsOfCode.get(node.id)!.push(nodes.length + row)
  })
  const codings = await readCounted(db, await selectCodings(db, projectId, { all: [] }))
  const { rows } = count(codings, { rows: nodes.length * 2, rowsOfCode, columns: 0, columnOfCase: new Map() }, attributionOf([], []))
  return new Map(nodes.map(({ id }, row) => [id, { quotations: rows[row]!.quotations, codings: rows[nodes.length + row]!.codings }]))
}

/** Distinct quotations under every code of the codebook, its sub-codes among them, by code id. */
export async function countCodes(house: House, projectId: number): Promise<Map<number, number>> {
  const counts = await countCodebook(house.read, projectId, treeOf(await listCodes(house.read, projectId)))
  return new Map([...counts].map(([id, { quotations }]) => [id, quotations]))
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
