import { indexAt, type Paragraph } from './paragraph.ts'
import { sentencesOf } from './sentence.ts'
import { overlap, type Span } from './span.ts'

/** How much around found words is coded. */
export const extents = ['words', 'sentence', 'paragraph', 'turn', 'answer'] as const
export type Extent = (typeof extents)[number]

/** What a text is made of, for widening words in it. `turns` and `answers` in the order of the text. */
export type TextParts = {
  readonly text: string
  readonly language: string
  readonly paragraphs: readonly Paragraph[]
  readonly turns: readonly Span[]
  readonly answers: readonly Span[]
}

/** Words widened to an extent. `whole` is false where the text has none there (nobody's turn, no answer): then it is the paragraph. */
export type Widened = Span & { readonly whole: boolean }

/** Widen found words. They stay inside what comes of it, whatever they cross. */
export function widen(words: Span, extent: Extent, of: TextParts): Widened {
  if (extent === 'words') return { start: words.start, end: words.end, whole: true }
  if (extent === 'sentence') return { ...around(words, sentencesAt(words, of)), whole: true }
  const wider = extent === 'turn' ? of.turns : extent === 'answer' ? of.answers : null
  const there = wider?.filter((one) => overlap(one, words)) ?? []
  if (there.length > 0) return { ...around(words, there), whole: true }
  return { ...around(words, paragraphsAt(words, of)), whole: wider === null }
}

function paragraphsAt({ start, end }: Span, { paragraphs }: TextParts): Paragraph[] {
  return paragraphs.slice(indexAt(paragraphs, start), indexAt(paragraphs, Math.max(start, end - 1)) + 1)
}

function sentencesAt(words: Span, of: TextParts): Span[] {
  return paragraphsAt(words, of).flatMap(({ start, end }) => sentencesOf(of.text.slice(start, end), of.language, start).filter((one) => overlap(one, words)))
}

function around(words: Span, parts: readonly Span[]): Span {
  return { start: Math.min(words.start, ...parts.map(({ start }) => start)), end: Math.max(words.end, ...parts.map(({ end }) => end)) }
}
