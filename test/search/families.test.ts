import { expect, test } from 'vitest'
import { parseQuery } from '../../src/domain/parse-query.ts'
import type { SourceLanguage } from '../../src/domain/source.ts'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'
import { compounds, families } from './judged/families.ts'

/** What a word finds in a text that is nothing but these words, and how. */
function searching(words: readonly string[], language: SourceLanguage): (word: string) => Map<string, string> {
  const index = new ParagraphIndex()
  index.add({ id: 1, language, text: words.join('.\n') })
  index.arrange([1])
  return (word) => new Map(index.search(parseQuery(`${word} `), { limit: 1000 }).hits.map(({ text, best }) => [text.replace('.', ''), best.kind]))
}

const linesOf = (list: string, between: string) =>
  list
    .trim()
    .split(between)
    .map((line) => line.trim().split(/\s+/))

test.each(Object.entries(families))('%s: every form of a word finds every other', (language, list) => {
  const missed = linesOf(list, '\n').flatMap((forms) => {
    const found = searching(forms, language as SourceLanguage)
    return forms.flatMap((one) => {
      const kinds = found(one)
      return forms.filter((other) => !['exact', 'stem'].includes(kinds.get(other) ?? '')).map((other) => `${one}: ${other}`)
    })
  })
  expect(missed).toEqual([])
})

test.each(Object.entries(compounds))('%s: a compound is found by its parts, though nothing else is said', (language, list) => {
  const missed = linesOf(list, ',').flatMap(([whole = '', ...parts]) => {
    const found = searching([whole], language as SourceLanguage)
    return parts.filter((part) => !['compound', 'stem'].includes(found(part).get(whole) ?? '')).map((part) => `${part}: ${whole}`)
  })
  expect(missed).toEqual([])
})
