import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { type CodeCount, countByCode } from '../storage/codebook-counts.ts'
import { listCodes } from '../storage/codes.ts'
import type { House } from '../storage/open.ts'

export type Codebook = { tree: CodeNode[]; all: CodeNode[]; counts: Map<number, CodeCount>; chosen: CodeNode | undefined }

/** The codebook as it is read and edited: the tree, counts with everything below, and the code that is open. */
export async function readCodebookOf(house: House, projectId: number, codeId?: number): Promise<Codebook> {
  const [codes, counts] = await Promise.all([listCodes(house.read, projectId), countByCode(house.read, projectId)])
  const tree = treeOf(codes)
  const all = flatten(tree)
  return { tree, all, counts, chosen: all.find((code) => code.id === codeId) }
}
