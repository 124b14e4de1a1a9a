import type { LossCounter } from '../domain/exchanged.ts'
import { keyOfGuid } from './refi-guid.ts'
import type { RawSelection } from './refi-offsets.ts'
import { childOf, childrenOf, wordsOf, type XmlNode } from './xml-tree.ts'

/** A source of text that a file tells of: where its words are, and its selections as they are counted there. */
export type TextHead = {
  /** The element that stands for the source, by whose identifier others refer to it. */
  readonly node: XmlNode
  /** The recording or picture whose words these are, which others refer to as well. */
  readonly also?: XmlNode
  readonly name: string
  readonly plainTextPath: string | undefined
  readonly inline: string | undefined
  /** The document that the text came from: Word or PDF. */
  readonly documentPath: string | undefined
  readonly selections: readonly (RawSelection & { readonly node: XmlNode })[]
}

const media = ['PictureSource', 'AudioSource', 'VideoSource']
const mediaSelections = ['PictureSelection', 'AudioSelection', 'VideoSelection', 'PDFSelection', 'TranscriptSelection']

/** Every text among the sources: text files, the text of PDFs, what pictures show in words, transcripts of recordings. What has no words is counted as lost, with what is selected and coded in it. */
export function readTextHeads(root: XmlNode, losses: LossCounter): TextHead[] {
  return (childOf(root, 'Sources')?.children ?? []).flatMap((node) => {
    losses.add('source-codings', childrenOf(node, 'Coding').length)
    if (node.name === 'TextSource') return [headOf(node, node, losses)]
    const selected = childrenOf(node, ...mediaSelections)
    losses.add(node.name === 'PDFSource' ? 'pdf-selections' : 'media-selections', selected.length)
    loseCodings(selected, losses)
    if (node.name === 'PDFSource') return [headOf(node, childOf(node, 'Representation'), losses, node.attributes['path'] ?? node.attributes['currentPath'])]
    if (media.includes(node.name)) losses.add('media')
    const [first, ...more] = [
      ...childrenOf(node, 'TextDescription').map((one) => headOf(one, one, losses)),
      ...childrenOf(node, 'Transcript').map((one) => transcriptOf(node, one, losses)),
    ]
    if (!first && wordsOf(node, 'Description').trim() !== '') losses.add('descriptions')
    return first ? [{ ...first, name: first.name || (node.attributes['name'] ?? ''), also: node }, ...more] : []
  })
}

/** Codings go with the selections that they are in. */
export function loseCodings(selections: readonly XmlNode[], losses: LossCounter): void {
  for (const one of selections) losses.add('codings-lost', childrenOf(one, 'Coding').length)
}

function headOf(node: XmlNode, text: XmlNode | undefined, losses: LossCounter, document?: string): TextHead {
  if (text !== undefined && text !== node) losses.add('source-codings', childrenOf(text, 'Coding').length)
  const selections = plainSelections(text)
  return {
    node,
    name: node.attributes['name'] ?? text?.attributes['name'] ?? '',
    ...placesOf(text),
    documentPath: document ?? text?.attributes['richTextPath'],
    selections,
  }
}

function plainSelections(text: XmlNode | undefined): TextHead['selections'] {
  return childrenOf(text, 'PlainTextSelection').map((one) => {
    const { startPosition, endPosition, name = '' } = one.attributes
    return { start: numberOf(startPosition), end: numberOf(endPosition), name, node: one }
  })
}

function placesOf(text: XmlNode | undefined) {
  return { plainTextPath: text?.attributes['plainTextPath'], inline: childOf(text, 'PlainTextContent')?.text }
}

/** A transcript's selections go from one moment to another, and the moments have places in its text. */
function transcriptOf(media: XmlNode, node: XmlNode, losses: LossCounter): TextHead {
  const moments = new Map(childrenOf(node, 'SyncPoint').map(({ attributes }) => [keyOfGuid(attributes['guid']), numberOf(attributes['position'])]))
  const selections = childrenOf(node, 'TranscriptSelection').flatMap((one) => {
    const place = (key: string) => moments.get(keyOfGuid(one.attributes[key])) ?? Number.NaN
    const [start, end] = [place('fromSyncPoint'), place('toSyncPoint')]
    const isPlaced = !Number.isNaN(start) && !Number.isNaN(end)
    if (!isPlaced) losses.add('media-selections')
    if (!isPlaced) loseCodings([one], losses)
    return isPlaced ? [{ start, end, name: one.attributes['name'] ?? '', node: one }] : []
  })
  losses.add('source-codings', childrenOf(node, 'Coding').length)
  const name = [media.attributes['name'], node.attributes['name']].filter((part) => part && part !== '').join(' – ')
  return { node, name, ...placesOf(node), documentPath: node.attributes['richTextPath'], selections: [...selections, ...plainSelections(node)] }
}

function numberOf(written: string | undefined): number {
  return /^\s*\d{1,12}\s*$/.test(written ?? '') ? Number(written) : Number.NaN
}
