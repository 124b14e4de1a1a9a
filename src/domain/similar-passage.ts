import type { CodeNode } from './code.ts'
import type { Span } from './span.ts'
import type { TellingWord } from './telling-words.ts'

/** A passage like those of a code: what is said in a paragraph, its best sentence, and the words that it was found by. Offsets are into version `versionId` of the source's text. */
export type SimilarPassage = {
  sourceId: number
  versionId: number
  under: string
  paragraph: number
  text: string
  start: number
  sentence: Span
  marks: readonly Span[]
  /** The words found, each once. */
  reasons: string[]
}
export type SimilarPassages = { code: CodeNode; words: TellingWord[]; passages: SimilarPassage[]; left: number; dismissed: number }
