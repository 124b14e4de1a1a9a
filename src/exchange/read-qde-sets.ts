import type { ExchangedSet, LossCounter } from '../domain/exchanged.ts'
import { nameOr } from './read-qde-codes.ts'
import { guidOf, keyOfGuid } from './refi-guid.ts'
import { refuseMany } from './refi-limits.ts'
import { OWN } from './refi-own.ts'
import { childOf, childrenOf, wordsOf, type XmlNode } from './xml-tree.ts'

type Known = { codes: ReadonlyMap<string, number>; sources: ReadonlyMap<string, number> }

/** The sets, and which codes are out of use by a set of our own. Members that are no codes or sources are lost. */
export function readSets(root: XmlNode, known: Known, losses: LossCounter): { sets: ExchangedSet[]; retired: Set<number> } {
  const sets: ExchangedSet[] = []
  const retired = new Set<number>()
  // Some programs put the sets of codes into the codebook.
  const nodes = [root, childOf(root, 'CodeBook')].flatMap((above) => childrenOf(childOf(above, 'Sets'), 'Set'))
  refuseMany('sets', nodes.length)
  for (const node of nodes) {
    const codes = membersOf(node, 'MemberCode', known.codes, losses)
    const sources = membersOf(node, 'MemberSource', known.sources, losses)
    losses.add('set-members', childrenOf(node, 'MemberNote').length)
    if (wordsOf(node, 'Description').trim() !== '') losses.add('descriptions')
    if (keyOfGuid(node.attributes['guid']) === OWN.retired.guid) for (const code of codes) retired.add(code)
    else if (codes.length + sources.length === 0) losses.add('set-members')
    else sets.push({ guid: guidOf(node.attributes['guid']), name: nameOr(node.attributes['name'], 'Set', losses), codes, sources })
  }
  return { sets, retired }
}

/** Members name what they are by `targetGUID` in projects and by `guid` in codebooks. */
function membersOf(node: XmlNode, name: string, known: ReadonlyMap<string, number>, losses: LossCounter): number[] {
  const members = childrenOf(node, name).map(({ attributes }) => known.get(keyOfGuid(attributes['targetGUID'] ?? attributes['guid'])))
  losses.add('set-members', members.filter((member) => member === undefined).length)
  return [...new Set(members.filter((member) => member !== undefined))]
}
