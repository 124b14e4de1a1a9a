import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

/** A code of this project in its tree; undefined where it is not there. */
export async function readCodeHead(house: House, projectId: number, codeId: number): Promise<CodeNode | undefined> {
  return flatten(treeOf(await listCodes(house.read, projectId))).find((code) => code.id === codeId)
}
