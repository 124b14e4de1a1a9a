import { paragraphsOf } from './paragraph.ts'
import { Refusal } from './refusal.ts'
import { type Span, subtract } from './span.ts'

/** A place in a text as people say it: the number of a paragraph, and of a word in it, both from 1. */
export type WordPlace = { readonly paragraph: number; readonly word: number }
export type Edge = 'start' | 'end'

/** Words with what is written against them: an edge never parts a word from its comma. Labels and timestamps (`apart`) are no words. */
function written(text: string, { start, end }: Span, apart: readonly Span[] = []): Span[] {
  const words = [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: start + index, end: start + index + word.length }))
  return apart.length === 0 ? words : subtract(words, apart)
}

/** The place of the word that begins at or after an offset (start), or ends at or before it (end). */
export function placeOfEdge(text: string, offset: number, edge: Edge): WordPlace {
  const paragraphs = paragraphsOf(text).filter((one) => one.number !== null)
  const at = edge === 'start' ? paragraphs.find((one) => one.end > offset) : paragraphs.findLast((one) => one.start < offset)
  const paragraph = at ?? paragraphs.at(edge === 'start' ? -1 : 0)
  if (!paragraph) return { paragraph: 1, word: 1 }
  const words = written(text, paragraph)
  const word = edge === 'start' ? words.findIndex((one) => one.end > offset) : words.findLastIndex((one) => one.start < offset)
  return { paragraph: paragraph.number!, word: Math.max(0, word) + 1 }
}

/** The offset at which a place's word begins or ends; beyond the paragraph's words, its last. Refuses a paragraph that is not there. */
export function edgeOfPlace(text: string, { paragraph: number, word }: WordPlace, edge: Edge): number {
  const paragraph = paragraphsOf(text).find((one) => one.number === number)
  if (!paragraph) throw new Refusal('not-found', 'refusal.no-paragraph')
  const words = written(text, paragraph)
  return words[Math.min(Math.max(1, word), words.length) - 1]![edge]
}

export type EdgeMove = { readonly edge: Edge; readonly by: 'word' | 'paragraph'; readonly steps: number }

/** An edge moved so many words, or to the edges of so many paragraphs, on (over 0) or back; it stops at the text's own. */
export function moveEdge(text: string, offset: number, { edge, by, steps }: EdgeMove, apart: readonly Span[] = []): number {
  const stretches = by === 'paragraph' ? paragraphsOf(text).flatMap((one) => trimmed(text, one, apart)) : written(text, { start: 0, end: text.length }, apart)
  const places = stretches.map((one) => one[edge])
  const after = places.findIndex((place) => place > offset)
  const next = after < 0 ? places.length : after
  const before = places.findLastIndex((place) => place < offset)
  const to = steps > 0 ? next + steps - 1 : before + steps + 1
  return places[Math.min(places.length - 1, Math.max(0, to))] ?? offset
}

function trimmed(text: string, paragraph: Span, apart: readonly Span[]): Span[] {
  const words = written(text, paragraph, apart)
  return words.length === 0 ? [] : [{ start: words[0]!.start, end: words.at(-1)!.end }]
}
