import { indexAt, type Paragraph, paragraphsOf } from '../domain/paragraph.ts'
import type { SourceLanguage } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { wordsOf } from '../domain/word.ts'
import { type Postings, postingsOf } from './postings.ts'
import { type Stemming, stemmingOf } from './stemming.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `apart`: spans that nobody said (speakers' labels, times), in the order of the text; their words are not searched. */
export type SourceText = { readonly id: number; readonly language: SourceLanguage; readonly text: string; readonly apart?: readonly Span[] }

/** A source as the index keeps it. The words of paragraph n are `words` from `starts[n]` to `starts[n + 1]`, each the number of its form. */
export type IndexedSource = Postings & {
  readonly id: number
  readonly stemming: Stemming
  readonly text: string
  readonly paragraphs: readonly (Paragraph & { number: number })[]
  readonly apart: readonly Span[]
  readonly words: Uint32Array
  readonly starts: Uint32Array
}

/** Which paragraphs are wanted, by their words; `bare`: all, but none of their words, for what is asked of places alone. */
export type Wants = ((paragraph: string) => boolean) | 'bare'

/** Count a source's words into the vocabulary, paragraph by paragraph. Empty lines are left out, and what is not wanted. */
export function indexSource({ id, language, text, apart = [] }: SourceText, vocabulary: Vocabulary, wants?: Wants): IndexedSource {
  const written = paragraphsOf(text).filter((one): one is Paragraph & { number: number } => one.number !== null)
  const paragraphs = typeof wants === 'function' ? written.filter(({ start, end }) => wants(text.slice(start, end))) : written
  const stemming = stemmingOf(language)
  const words: number[] = []
  const starts = new Uint32Array(paragraphs.length + 1)
  for (const [index, paragraph] of paragraphs.entries()) {
    starts[index] = words.length
    if (wants !== 'bare') for (const { word } of wordsIn(text, paragraph, apart)) words.push(vocabulary.add(word))
  }
  starts[paragraphs.length] = words.length
  const numbers = Uint32Array.from(words)
  return { id, stemming, text, paragraphs, apart, words: numbers, starts, ...postingsOf(numbers, starts, vocabulary.forms.length) }
}

/** The words of a stretch of the text with their places, but for those that stand apart: in the order in which they are indexed. */
export function wordsIn(text: string, { start, end }: Span, apart: readonly Span[]): (Span & { readonly word: string })[] {
  const words = wordsOf(text.slice(start, end), start)
  const here: Span[] = []
  for (let at = apart.length === 0 ? 0 : indexAt(apart, start); at < apart.length && apart[at]!.start < end; at++)
    if (apart[at]!.end > start) here.push(apart[at]!)
  return here.length === 0 ? words : words.filter((word) => !here.some((span) => span.start < word.end && word.start < span.end))
}
