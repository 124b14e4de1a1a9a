import { type Paragraph, paragraphsOf } from '../domain/paragraph.ts'
import type { SourceLanguage } from '../domain/source.ts'
import { wordsOf } from '../domain/word.ts'
import { type Stemming, stemmingOf } from './stemmer.ts'
import type { Vocabulary } from './vocabulary.ts'

export type SourceText = { readonly id: number; readonly language: SourceLanguage; readonly text: string }

/** A source as the index keeps it. The words of paragraph n are `words` from `starts[n]` to `starts[n + 1]`, each the number of its form. */
export type IndexedSource = {
  readonly id: number
  readonly stemming: Stemming
  readonly text: string
  readonly paragraphs: readonly (Paragraph & { number: number })[]
  readonly words: Uint32Array
  readonly starts: Uint32Array
  /** The number in the index of its first paragraph; the others follow. */
  readonly firstDocument: number
}

/** Count a source's words into the vocabulary, paragraph by paragraph. Empty lines are left out. */
export function indexSource({ id, language, text }: SourceText, vocabulary: Vocabulary, firstDocument: number): IndexedSource {
  const paragraphs = paragraphsOf(text).filter((one): one is Paragraph & { number: number } => one.number !== null)
  const words: number[] = []
  const starts = new Uint32Array(paragraphs.length + 1)
  for (const [index, { start, end }] of paragraphs.entries()) {
    starts[index] = words.length
    for (const { word } of wordsOf(text.slice(start, end))) words.push(vocabulary.add(word))
  }
  starts[paragraphs.length] = words.length
  return { id, stemming: stemmingOf(language), text, paragraphs, words: Uint32Array.from(words), starts, firstDocument }
}
