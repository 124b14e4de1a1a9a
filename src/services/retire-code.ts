import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { listCodes } from '../storage/codes.ts'
import { perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { ofThese } from './edit-code.ts'

type Wish = { projectId: number; coderId: number; codeId: number }

/** Take a code and all below it out of use. Their codings stay and count. */
export async function retireCode(house: House, wish: Wish): Promise<void> {
  const at = new Date().toISOString()
  await turn(house, wish, 'retire-code', at, (node) => withDescendants(node).filter((one) => one.retiredAt === null))
}

/** Take a code into use again, with what was retired together with it and the codes above it. */
export async function restoreCode(house: House, wish: Wish): Promise<void> {
  await turn(house, wish, 'restore-code', null, (node, tree) => {
    const above = flatten(tree).filter((one) => one.retiredAt && withDescendants(one).some((below) => below.id === node.id))
    return [...above, ...withDescendants(node).filter((one) => one.id !== node.id && one.retiredAt === node.retiredAt)]
  })
}

type Choose = (node: CodeNode, tree: readonly CodeNode[]) => CodeNode[]

async function turn(house: House, wish: Wish, kind: 'retire-code' | 'restore-code', retiredAt: string | null, choose: Choose): Promise<void> {
  const about = { codeId: wish.codeId }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind, about }, async (ledger) => {
    const codes = await listCodes(ledger.trx, wish.projectId)
    ofThese(codes, wish.codeId)
    const tree = treeOf(codes)
    const node = flatten(tree).find((one) => one.id === wish.codeId)!
    for (const one of choose(node, tree)) await ledger.update('code', one.id, { retired_at: retiredAt })
  })
}
