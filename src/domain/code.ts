/** A code of a project's codebook. A theme is a code without a parent. */
export type Code = {
  readonly id: number
  readonly guid: string
  readonly projectId: number
  readonly parentId: number | null
  readonly label: string
  readonly color: number | null
  readonly definition: string
  readonly whenToUse: string
  readonly whenNot: string
  readonly example: string
  readonly position: number
  readonly retiredAt: string | null
}

/** A code in its tree. `key` is its number as people read and press it ("4", "4.2", "4.2.1"); `tone` is its theme's colour and pattern, 1-8. */
export type CodeNode = Code & {
  readonly key: string
  readonly tone: number
  readonly depth: number
  readonly themeId: number
  readonly path: string
  readonly children: readonly CodeNode[]
}

/** A code as it is shown: by its number in its theme's tone. */
export type KeyedCode = Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label' | 'path'>

/** A label as a part of a path, as written in files and filters: "theme > code"; a literal " > " in a label is escaped by a backslash. */
export function partOfPath(label: string): string {
  return /[\\>]/.test(label) ? label.replaceAll('\\', '\\\\').replace(/(^| )>(?= |$)/g, '$1\\>') : label
}

/** The labels of a written path. */
export function labelsOf(path: string): string[] {
  return path.split(' > ').map((part) => part.trim().replace(/\\(.)/g, '$1'))
}

/** The codebook as a tree, in its own order. Codes whose parent is not among them are left out. */
export function treeOf(codes: readonly Code[]): CodeNode[] {
  const byParent = groupByParent(codes)
  const grow = (parentId: number | null, above: Above | null): CodeNode[] =>
    (byParent.get(parentId) ?? [])
      .sort((a, b) => a.position - b.position || a.id - b.id)
      .map((code, index) => {
        const key = above ? `${above.key}.${index + 1}` : `${index + 1}`
        const tone = above?.tone ?? code.color ?? (index % 8) + 1
        const part = partOfPath(code.label)
        const here = { key, tone, depth: above ? above.depth + 1 : 0, themeId: above?.themeId ?? code.id, path: above ? `${above.path} > ${part}` : part }
        return { ...code, ...here, children: grow(code.id, here) }
      })
  return grow(null, null)
}

type Above = Pick<CodeNode, 'key' | 'tone' | 'depth' | 'themeId' | 'path'>

function groupByParent(codes: readonly Code[]): Map<number | null, Code[]> {
  const groups = new Map<number | null, Code[]>()
  for (const code of codes) {
    const siblings = groups.get(code.parentId)
    if (siblings) siblings.push(code)
    else groups.set(code.parentId, [code])
  }
  return groups
}

/** Every code of the tree in reading order, themes before their codes. */
export function flatten(tree: readonly CodeNode[]): CodeNode[] {
  const nodes: CodeNode[] = []
  const walk = (node: CodeNode) => {
    nodes.push(node)
    node.children.forEach(walk)
  }
  tree.forEach(walk)
  return nodes
}

/** A code and everything below it. */
export function withDescendants(node: CodeNode): CodeNode[] {
  return flatten([node])
}

/** Where each code counts among some of the tree's: in itself and in those above it, by their numbers in `among`. */
export function membersOfCodes(tree: readonly CodeNode[], among: readonly CodeNode[]): Map<number, readonly number[]> {
  const memberOf = new Map(among.map((node, member) => [node.id, member]))
  const membersOf = new Map<number, readonly number[]>()
  const visit = (node: CodeNode, above: readonly number[]) => {
    const member = memberOf.get(node.id)
    const mine = member === undefined ? above : [...above, member]
    membersOf.set(node.id, mine)
    for (const child of node.children) visit(child, mine)
  }
  for (const theme of tree) visit(theme, [])
  return membersOf
}
