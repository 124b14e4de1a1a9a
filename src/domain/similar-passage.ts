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
  /** The words of the search that it was found by, each with the forms that it has here. */
  reasons: SimilarReason[]
}
export type SimilarReason = { word: string; forms: string[] }
/** A word that passages are looked for by; `told`: how much more it stands under the code, where it was counted now. */
export type SimilarWord = Pick<TellingWord, 'word'> & { told: Pick<TellingWord, 'count' | 'ratio'> | null }
export type SimilarPassages = { code: CodeNode; words: SimilarWord[]; passages: SimilarPassage[]; left: number; dismissed: number }
