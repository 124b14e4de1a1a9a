import type { Span } from '../domain/span.ts'
import { normaliseText } from '../domain/text.ts'
import { childrenOf, type XmlNode } from './xml-tree.ts'

/** Shorter words stand in any text. */
const SHORTEST = 3

/** Whether a person could say where a selection lies whose place nobody can tell: the file has its words, and something is coded or written there. */
export function canBePlaced(name: string, node: XmlNode): boolean {
  return wordsIn(name) !== '' && childrenOf(node, 'Coding', 'NoteRef').length > 0
}

/** Where the words of a selection stand in a text: of several places the one nearest to where the file has it. Undefined where they stand nowhere. */
export function placeOfWords(text: string, name: string, near: number): Span | undefined {
  const words = wordsIn(name)
  if (words.length < SHORTEST) return undefined
  const pattern = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+')
  const found = [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ index, 0: all }) => ({ start: index, end: index + all.length }))
  const away = ({ start }: Span) => (Number.isNaN(near) ? start : Math.abs(start - near))
  return found.sort((a, b) => away(a) - away(b))[0]
}

/** A name without the mark by which programs say that it is cut. */
function wordsIn(name: string): string {
  return normaliseText(name)
    .trim()
    .replace(/(…|\.\.\.)$/, '')
    .trim()
}
