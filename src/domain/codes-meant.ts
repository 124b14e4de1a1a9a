import type { CodeNode } from './code.ts'
import { formatClause } from './format-filter.ts'
import { filtersOf, type Query } from './query.ts'

/** A code that a search may mean, and the search that asks for it. `part`: the search names a code by a part of its label; `name`: its words are a code's label. */
export type CodeMeant = { readonly by: 'part' | 'name'; readonly code: Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label'>; readonly query: string }

const MOST = 3

/** The codes that a search may mean where it names none: the shortest labels first, retired codes never. */
export function codesMeant(query: Query, codes: readonly CodeNode[]): CodeMeant[] {
  const usable = codes.filter(({ retiredAt }) => retiredAt === null)
  return [...namedInPart(query, codes, usable), ...namedInWords(query, usable)].slice(0, MOST)
}

function namedInPart({ typed, tree }: Query, codes: readonly CodeNode[], usable: readonly CodeNode[]): CodeMeant[] {
  return (tree ? filtersOf(tree) : []).flatMap(({ clause, at }) => {
    if (clause.key !== 'code' || !('name' in clause.named)) return []
    const name = folded(clause.named.name)
    if (name.length < 2 || codes.some(({ path, label, key }) => [path, label, key].some((one) => folded(one) === name))) return []
    const parts = name.split(/[\s>]+/).filter(Boolean)
    const near = usable.filter(({ path }) => parts.every((part) => folded(path).includes(part)))
    const inLabel = near.filter(({ label }) => parts.every((part) => folded(label).includes(part)))
    return (inLabel.length > 0 ? inLabel : near)
      .toSorted((a, b) => a.label.length - b.label.length)
      .map((code): CodeMeant => ({ by: 'part', code, query: typed.slice(0, at.start) + asked(code) + typed.slice(at.end) }))
  })
}

function namedInWords({ typed }: Query, usable: readonly CodeNode[]): CodeMeant[] {
  const words = folded(typed.replace(/["“”„«»]/g, ''))
  return usable.filter(({ label }) => folded(label) === words).map((code) => ({ by: 'name', code, query: asked(code) }))
}

function asked({ path }: CodeNode): string {
  return formatClause({ key: 'code', named: { name: path } })
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv')
}
