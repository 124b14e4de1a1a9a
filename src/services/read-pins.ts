import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'
import { listPins } from '../storage/pinned-codes.ts'

/** The codes that a coder keeps at hand, in order, and the codebook that names them. */
export async function readPins(house: House, who: { projectId: number; coderId: number }): Promise<{ pinned: number[]; codeOf: Map<number, CodeNode> }> {
  const nodes = flatten(treeOf(await listCodes(house.read, who.projectId)))
  const pins = await listPins(house.read, who.projectId, who.coderId)
  return { pinned: pins.map((pin) => pin.codeId), codeOf: new Map(nodes.map((node) => [node.id, node])) }
}
