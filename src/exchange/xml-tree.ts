import { Refusal } from '../domain/refusal.ts'
import { type Attributes, readXml } from './read-xml.ts'

export type XmlNode = { readonly name: string; readonly attributes: Attributes; readonly children: XmlNode[]; text: string }

/** Elements within elements at most; a real file has ten. */
const DEEPEST = 200

/** XML as a tree, for files of a known size. What is not well-formed is refused. */
export function readTree(bytes: Uint8Array): XmlNode {
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open: XmlNode[] = [top]
  try {
    readXml(bytes, {
      open(name, attributes) {
        if (open.length > DEEPEST) throw new Refusal('invalid', 'refusal.refi-broken')
        const node: XmlNode = { name, attributes, children: [], text: '' }
        open.at(-1)!.children.push(node)
        open.push(node)
      },
      close: () => void open.pop(),
      text(words) {
        open.at(-1)!.text += words
      },
    })
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('invalid', 'refusal.refi-broken')
  }
  const [root] = top.children
  if (!root) throw new Refusal('invalid', 'refusal.refi-broken')
  return root
}

export function childrenOf(node: XmlNode | undefined, ...names: readonly string[]): XmlNode[] {
  return node?.children.filter((one) => names.includes(one.name)) ?? []
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name)
}

/** The words of a child, '' where there is none. */
export function wordsOf(node: XmlNode | undefined, name: string): string {
  return childOf(node, name)?.text ?? ''
}
