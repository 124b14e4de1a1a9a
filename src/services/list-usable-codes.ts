import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** Every code of the project in the order of the codebook, retired ones too. */
export async function readCodes(house: House, projectId: number): Promise<CodeNode[]> {
  return flatten(treeOf(await listCodes(house.read, projectId)))
}

/** The codes that may be put on words, in the order of the codebook. */
export async function listUsableCodes(house: House, projectId: number): Promise<CodeNode[]> {
  return (await readCodes(house, projectId)).filter(isUsable)
}

export function isUsable({ retiredAt }: CodeNode): boolean {
  return retiredAt === null
}
