import type { ExchangedCode, LossCounter } from '../domain/exchanged.ts'
import { LONGEST_NAME, toName } from '../domain/name.ts'
import { textsOfDescription } from './refi-code-text.ts'
import { colorOf } from './refi-colors.ts'
import { guidOf, keyOfGuid } from './refi-guid.ts'
import { refuseMany } from './refi-limits.ts'
import { childOf, childrenOf, wordsOf, type XmlNode } from './xml-tree.ts'

/** Codes below codes at most; what is deeper stands beside its parent. */
const DEEPEST = 20

export type ReadCodes = { codes: ExchangedCode[]; byGuid: Map<string, number>; nodes: XmlNode[][] }

/** The codebook in reading order. Codes of one name beside each other are one code, as with us. `nodes`: the elements of each code. `isUsed`: whether anything is coded with an identifier. */
export function readCodes(codeBook: XmlNode | undefined, losses: LossCounter, isUsed: (guid: string) => boolean = () => true): ReadCodes {
  const read: ReadCodes = { codes: [], byGuid: new Map(), nodes: [] }
  const known = new Map<string, number>()
  const take = (node: XmlNode, above: readonly number[]) => {
    if (above.length >= DEEPEST) losses.add('codes-deep')
    const within = above.slice(0, DEEPEST - 1)
    const parent = within.at(-1) ?? null
    const code = codeOf(node, parent, losses)
    const path = `${parent} ${code.label.toLocaleLowerCase('sv')}`
    const same = known.get(path)
    if (same !== undefined) losses.add('codes-doubled')
    const at = same ?? read.codes.push(code) - 1
    refuseMany('codes', at)
    known.set(path, at)
    if (read.nodes[at]) read.nodes[at]!.push(node)
    else read.nodes[at] = [node]
    const key = keyOfGuid(node.attributes['guid'])
    if (key !== '' && !read.byGuid.has(key)) read.byGuid.set(key, at)
    for (const child of childrenOf(node, 'Code')) take(child, [...within, at])
  }
  for (const node of rootsOf(childrenOf(childOf(codeBook, 'Codes'), 'Code'), losses, isUsed)) take(node, [])
  return read
}

/** Some programs put all codes below one of their own that can't be coded with ("Nodes"): with us it would be the one theme, and counts nothing. */
function rootsOf(roots: XmlNode[], losses: LossCounter, isUsed: (guid: string) => boolean): XmlNode[] {
  const [only, ...more] = roots
  const { isCodable, guid, name } = only?.attributes ?? {}
  const below = childrenOf(only, 'Code')
  if (more.length > 0 || isCodable !== 'false' || below.length === 0 || !ROOTS.test(name?.trim() ?? '') || isUsed(keyOfGuid(guid))) return roots
  losses.add('codes-lifted')
  return below
}
const ROOTS = /^(nodes|codes|code system|codesystem|codebook|noder|koder|kodbok|knoten|nodos|nœuds)$/i

function codeOf(node: XmlNode, parent: number | null, losses: LossCounter): ExchangedCode {
  const { guid, name, color } = node.attributes
  const label = nameOr(name, 'Code', losses)
  const known = colorOf(color)
  if (known === null && color?.trim()) losses.add('colors')
  return { guid: guidOf(guid), parent, label, color: known, ...textsOfDescription(wordsOf(node, 'Description')), retired: false }
}

/** A name as it can be kept: one line, not too long, never empty. */
export function nameOr(written: string | undefined, otherwise: string, losses: LossCounter): string {
  const raw = (written ?? '').trim()
  try {
    return toName(raw)
  } catch {
    losses.add('names-mended')
    const cut = raw.slice(0, LONGEST_NAME - 1).replace(/[\ud800-\udbff]$/, '')
    return cut.trim() === '' ? otherwise : toName(`${cut}…`)
  }
}
