import { type Code, type CodeNode, flatten, treeOf, withDescendants } from './code.ts'
import { sameName } from './name.ts'
import { Refusal } from './refusal.ts'

/** A code as a codebook file tells it. `row` is the line of the table, the head being 1; an empty field says nothing. */
export type CodebookRow = {
  readonly row: number
  readonly labels: readonly string[]
  readonly color: number | null
  readonly definition: string
  readonly whenToUse: string
  readonly whenNot: string
  readonly example: string
  /** Since when it is out of use; `now` where the file does not say when. */
  readonly retiredAt?: string | null
}

/** Refuse a label that a sibling has already, whatever its case. `exceptId` is the code itself. */
export function refuseSameLabel(codes: readonly Code[], parentId: number | null, label: string, exceptId?: number): void {
  const same = codes.find((code) => code.parentId === parentId && code.id !== exceptId && sameName(code.label, label))
  if (same) throw new Refusal('conflict', same.retiredAt ? 'refusal.label-retired' : 'refusal.label-taken', { label: same.label })
}

/** Refuse to put a code below itself. */
export function refuseCycle(codes: readonly Code[], id: number, parentId: number | null): void {
  const node = flatten(treeOf(codes)).find((one) => one.id === id)
  if (node && withDescendants(node).some((below) => below.id === parentId)) throw new Refusal('conflict', 'refusal.code-cycle', { label: node.label })
}

/** Whether these codes are a codebook: a tree, no two siblings with one name, and nothing in use below what is retired. */
export function isWhole(codes: readonly Code[]): boolean {
  const nodes = flatten(treeOf(codes))
  if (nodes.length !== codes.length) return false
  const retired = new Set(codes.filter((code) => code.retiredAt).map((code) => code.id))
  const named = new Set<string>()
  return codes.every((code) => {
    const name = `${code.parentId} ${code.label.toLocaleLowerCase('sv')}`
    if (named.has(name) || (code.parentId !== null && retired.has(code.parentId) && !code.retiredAt)) return false
    return named.add(name)
  })
}

/** The codes below one parent, in their order. */
export function siblingsOf<C extends Code>(codes: readonly C[], parentId: number | null): C[] {
  return codes.filter((code) => code.parentId === parentId).sort((a, b) => a.position - b.position || a.id - b.id)
}

/** The codes that may hold this one: every other that is not below it. */
export function possibleParents(tree: readonly CodeNode[], node: CodeNode): CodeNode[] {
  const below = new Set(withDescendants(node).map((one) => one.id))
  return flatten(tree).filter((one) => !below.has(one.id) && !one.retiredAt)
}
