import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { type CodeCount, countByCode } from '../storage/codebook-counts.ts'
import { listCodes } from '../storage/codes.ts'
import { listMemosOn } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { listPins } from '../storage/pinned-codes.ts'
import { type LinkedMemo, linkMemos } from './link-memos.ts'

export type Codebook = {
  tree: CodeNode[]
  all: CodeNode[]
  counts: Map<number, CodeCount>
  chosen: CodeNode | undefined
  memos: LinkedMemo[]
  pinned: number[]
}

/** The codebook as it is read and edited: the tree, counts with everything below, and the code that is open. */
export async function readCodebookOf(house: House, projectId: number, coderId: number, codeId?: number): Promise<Codebook> {
  const [codes, counts] = await Promise.all([listCodes(house.read, projectId), countByCode(house.read, projectId)])
  const tree = treeOf(codes)
  const all = flatten(tree)
  const chosen = all.find((code) => code.id === codeId)
  const memos = chosen ? await linkMemos(house.read, projectId, await listMemosOn(house.read, projectId, { kind: 'code', id: chosen.id })) : []
  const pinned = (await listPins(house.read, projectId, coderId)).map((pin) => pin.codeId)
  return { tree, all, counts, chosen, memos, pinned }
}
