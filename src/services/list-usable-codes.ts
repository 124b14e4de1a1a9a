import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** The codes that may be put on words, in the order of the codebook. */
export async function listUsableCodes(house: House, projectId: number): Promise<CodeNode[]> {
  return flatten(treeOf(await listCodes(house.read, projectId))).filter((code) => code.retiredAt === null)
}
