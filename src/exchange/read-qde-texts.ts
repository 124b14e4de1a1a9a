import type { LossCounter } from '../domain/exchanged.ts'
import { keyOfGuid } from './refi-guid.ts'
import type { RawSelection } from './refi-offsets.ts'
import { childOf, childrenOf, type XmlNode } from './xml-tree.ts'

/** A source of text that a file tells of: where its words are, and its selections as they are counted there. */
export type TextHead = {
  /** The element that stands for the source, by whose identifier others refer to it. */
  readonly node: XmlNode
  readonly name: string
  readonly plainTextPath: string | undefined
  readonly inline: string | undefined
  /** The document that the text came from: Word or PDF. */
  readonly documentPath: string | undefined
  readonly selections: readonly (RawSelection & { readonly node: XmlNode })[]
}

const media = ['PictureSource', 'AudioSource', 'VideoSource']
const mediaSelections = ['PictureSelection', 'AudioSelection', 'VideoSelection', 'PDFSelection', 'TranscriptSelection']

/** Every text among the sources: text files, the text of PDFs, transcripts of recordings. What has no words is counted as lost, with what is selected in it. */
export function readTextHeads(root: XmlNode, losses: LossCounter): TextHead[] {
  return (childOf(root, 'Sources')?.children ?? []).flatMap((node) => {
    losses.add('source-codings', childrenOf(node, 'Coding').length)
    if (node.name === 'TextSource') return [headOf(node, node, losses)]
    losses.add(node.name === 'PDFSource' ? 'pdf-selections' : 'media-selections', childrenOf(node, ...mediaSelections).length)
    if (node.name === 'PDFSource') return [headOf(node, childOf(node, 'Representation'), losses, node.attributes['path'] ?? node.attributes['currentPath'])]
    const transcripts = childrenOf(node, 'Transcript')
    if (media.includes(node.name)) losses.add('media')
    return transcripts.map((one) => transcriptOf(node, one, losses))
  })
}

function headOf(node: XmlNode, text: XmlNode | undefined, losses: LossCounter, document?: string): TextHead {
  if (text !== node) losses.add('source-codings', childrenOf(text, 'Coding').length)
  const selections = childrenOf(text, 'PlainTextSelection').map((one) => {
    const { startPosition, endPosition, name = '' } = one.attributes
    return { start: numberOf(startPosition), end: numberOf(endPosition), name, node: one }
  })
  return {
    node,
    name: node.attributes['name'] ?? text?.attributes['name'] ?? '',
    ...placesOf(text),
    documentPath: document ?? text?.attributes['richTextPath'],
    selections,
  }
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
    if (Number.isNaN(start) || Number.isNaN(end)) losses.add('media-selections')
    return Number.isNaN(start) || Number.isNaN(end) ? [] : [{ start, end, name: one.attributes['name'] ?? '', node: one }]
  })
  const name = [media.attributes['name'], node.attributes['name']].filter((part) => part && part !== '').join(' – ')
  return { node, name, ...placesOf(node), documentPath: node.attributes['richTextPath'], selections }
}

function numberOf(written: string | undefined): number {
  return /^\s*\d{1,12}\s*$/.test(written ?? '') ? Number(written) : Number.NaN
}
