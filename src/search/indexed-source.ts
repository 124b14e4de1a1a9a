import { indexAt, type Paragraph, paragraphsOf } from '../domain/paragraph.ts'
import type { SourceLanguage } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { wordsOf } from '../domain/word.ts'
import { type Stemming, stemmingOf } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `apart`: spans that nobody said (speakers' labels, times), in the order of the text; their words are not searched. */
export type SourceText = { readonly id: number; readonly language: SourceLanguage; readonly text: string; readonly apart?: readonly Span[] }

/** A source as the index keeps it. The words of paragraph n are `words` from `starts[n]` to `starts[n + 1]`, each the number of its form. */
export type IndexedSource = {
  readonly id: number
  readonly stemming: Stemming
  readonly text: string
  readonly paragraphs: readonly (Paragraph & { number: number })[]
  readonly apart: readonly Span[]
  readonly words: Uint32Array
  readonly starts: Uint32Array
  /** Where in the text each word begins. */
  readonly offsets: Uint32Array
  /** The number in the index of its first paragraph; the others follow. */
  readonly firstDocument: number
}

/** Count a source's words into the vocabulary, paragraph by paragraph. Empty lines are left out. */
export function indexSource({ id, language, text, apart = [] }: SourceText, vocabulary: Vocabulary, firstDocument: number): IndexedSource {
  const paragraphs = paragraphsOf(text).filter((one): one is Paragraph & { number: number } => one.number !== null)
  const words: number[] = []
  const offsets: number[] = []
  const starts = new Uint32Array(paragraphs.length + 1)
  for (const [index, { start, end }] of paragraphs.entries()) {
    starts[index] = words.length
    for (const { word, start: offset } of wordsIn(text, { start, end }, apart)) {
      words.push(vocabulary.add(word))
      offsets.push(offset)
    }
  }
  starts[paragraphs.length] = words.length
  return {
    id,
    stemming: stemmingOf(language),
    text,
    paragraphs,
    apart,
    words: Uint32Array.from(words),
    offsets: Uint32Array.from(offsets),
    starts,
    firstDocument,
  }
}

/** The words of a stretch of the text with their places, but for those that stand apart. */
function wordsIn(text: string, { start, end }: Span, apart: readonly Span[]) {
  const words = wordsOf(text.slice(start, end), start)
  const first = apart.length === 0 ? 0 : indexAt(apart, start)
  const here = apart.slice(first, first + 8).filter((span) => span.start < end && start < span.end)
  return here.length === 0 ? words : words.filter((word) => !here.some((span) => span.start < word.end && word.start < span.end))
}
