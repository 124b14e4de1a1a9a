import type { SourceLanguage } from './source.ts'
import { isStopWord } from './stop-words/stop-words.ts'
import { wordsOf } from './word.ts'
import { formOf, type Stem } from './word-count.ts'

/** The stems of the words that tell something: no stop words, nothing under three letters. In the order of the text, as often as they stand. */
export function tellingWordsIn(text: string, language: SourceLanguage, stem: Stem): string[] {
  return wordsOf(text)
    .map(({ word }) => formOf(word))
    .filter((form) => form.length > 2 && /\p{L}/u.test(form) && !isStopWord(form, language))
    .map((form) => stem(form, language))
}
