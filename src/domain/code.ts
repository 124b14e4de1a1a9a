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

/** A code's labels from its theme down, as written in files and filters; a literal " > " in a label is escaped by a backslash. */
export function pathOf(labels: readonly string[]): string {
  return labels.map((label) => label.replaceAll('\\', '\\\\').replace(/(^| )>(?= |$)/g, '$1\\>')).join(' > ')
}

/** The labels of a written path. */
export function labelsOf(path: string): string[] {
  return path.split(' > ').map((part) => part.trim().replace(/\\(.)/g, '$1'))
}

/** The codebook as a tree, in its own order. Codes whose parent is not among them are left out. */
export function treeOf(codes: readonly Code[]): CodeNode[] {
  const byParent = groupByParent(codes)
  const grow = (parentId: number | null, above: { key: string; tone: number; labels: string[]; themeId: number } | null): CodeNode[] =>
    [...(byParent.get(parentId) ?? [])]
      .sort((a, b) => a.position - b.position || a.id - b.id)
      .map((code, index) => {
        const key = above ? `${above.key}.${index + 1}` : `${index + 1}`
        const tone = above?.tone ?? code.color ?? (index % 8) + 1
        const labels = [...(above?.labels ?? []), code.label]
        const themeId = above?.themeId ?? code.id
        return { ...code, key, tone, depth: labels.length - 1, themeId, path: pathOf(labels), children: grow(code.id, { key, tone, labels, themeId }) }
      })
  return grow(null, null)
}

function groupByParent(codes: readonly Code[]): Map<number | null, Code[]> {
  const groups = new Map<number | null, Code[]>()
  for (const code of codes) groups.set(code.parentId, [...(groups.get(code.parentId) ?? []), code])
  return groups
}

/** Every code of the tree in reading order, themes before their codes. */
export function flatten(tree: readonly CodeNode[]): CodeNode[] {
  return tree.flatMap((node) => [node, ...flatten(node.children)])
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
