import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import { listMemosOn } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'
import { listPins } from '../storage/pinned-codes.ts'
import { type CodeCount, countCodebook } from './count-codes.ts'
import { type LinkedMemo, linkMemos } from './link-memos.ts'
import { type Example, readExamples } from './read-examples.ts'

export type Codebook = {
  tree: CodeNode[]
  all: CodeNode[]
  counts: Map<number, CodeCount>
  chosen: CodeNode | undefined
  memos: LinkedMemo[]
  examples: Example[]
  pinned: number[]
}

/** The codebook as it is read and edited: the tree, counts with everything below, and the code that is open with its examples. */
export async function readCodebookOf(house: House, projectId: number, coderId: number, codeId?: number): Promise<Codebook> {
  const tree = treeOf(await listCodes(house.read, projectId))
  const counts = await countCodebook(house.read, projectId, tree)
  const all = flatten(tree)
  const chosen = all.find((code) => code.id === codeId)
  const memos = chosen ? await linkMemos(house.read, projectId, await listMemosOn(house.read, projectId, { kind: 'code', id: chosen.id })) : []
  const examples = chosen ? await readExamples(house.read, projectId, chosen.id) : []
  const pinned = (await listPins(house.read, projectId, coderId)).map((pin) => pin.codeId)
  return { tree, all, counts, chosen, memos, examples, pinned }
}
