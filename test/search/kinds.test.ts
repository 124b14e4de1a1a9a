import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord } from '../../src/domain/fold-word.ts'
import { parseQuery } from '../../src/domain/parse-query.ts'
import type { SourceLanguage } from '../../src/domain/source.ts'
import { editDistance } from '../../src/search/edit-distance.ts'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'
import { lettersIn, mayAnswer, needsOf } from '../../src/search/scan.ts'
import { stem } from '../../src/search/stem.ts'

function one(text: string, language: SourceLanguage = 'sv'): ParagraphIndex {
  const index = new ParagraphIndex()
  index.add({ id: 1, language, text })
  index.arrange([1])
  return index
}
const found = (index: ParagraphIndex, query: string) => index.search(query).hits.map((hit) => `${hit.paragraph}:${hit.best.kind}`)

test('words near each other, in any order and inflected', () => {
  const index = one('Kommunen betalar hyran i år.\nHyran är hög, och det sa jag på mötet, att kommunen vet.\nHyran. Kommunen.')
  expect(found(index, '"kommun hyra"~2').sort()).toEqual(['1:stem', '3:stem'])
  expect(found(index, '"kommun hyra"~1')).toEqual(['3:stem'])
  expect(found(index, '"hyran kommunen"~20').sort()).toEqual(['1:exact', '2:exact', '3:exact'])
})

test('the last word is a beginning while it is being written, but where the texts have it as it stands', () => {
  const hits = (text: string, query: string) => {
    const index = one(text)
    return index.search(index.understand(parseQuery(query), [])).hits.map(({ paragraph }) => paragraph)
  }
  const both = 'En mus bor där.\nMuseet är öppet.'
  expect(hits(both, 'mus')).toEqual([1])
  expect(hits(both, 'bor mus')).toEqual([1])
  expect(hits(both, 'musee')).toEqual([2])
  expect(hits('Museet är öppet.', 'mus')).toEqual([1])
  expect(hits(both, 'mus*').sort()).toEqual([1, 2])
})

test('a word that nothing has is taken for misspelt, and it is said', () => {
  const index = one('Rekryteringen går trögt.\nRekrytering, ja.\nEn ort.')
  const { hits, notes } = index.search('rekrytring ')
  expect(hits.map(({ paragraph, best }) => `${paragraph} ${best.kind}`).sort()).toEqual(['1 fuzzy', '2 fuzzy'])
  expect(notes).toEqual([{ kind: 'alike', word: 'rekrytring', words: expect.arrayContaining(['rekrytering']) }])
  expect(index.search('-rekrytring ort ').total).toBe(1)
  expect(index.search('xyzxyz ').notes).toEqual([])
})

test('a word without its dots is told as the word that has them, though something else may be an inflection of it', () => {
  const index = one('En lärare kom.\nLärarna gick.\nLars satt kvar.\nFredagarna och ett garn.')
  expect(found(index, 'larare ').sort()).toEqual(expect.arrayContaining(['1:fuzzy']))
  expect(index.search('larare ').notes).toMatchObject([{ kind: 'alike', word: 'larare' }])
  expect(
    index.search('-larare garn ').hits.map(({ marks }) => marks.length),
    'Fredagarna is no garn',
  ).toEqual([1])
})

test('a word that is misspelt in one language is guessed at, though by the rules of another it would be an inflection', () => {
  const index = new ParagraphIndex()
  index.add({ id: 1, language: 'nb', text: 'Takstmannen kom.' })
  index.add({ id: 2, language: 'sv', text: 'Ingen kom.' })
  index.arrange([1, 2])
  expect(found(index, 'takstmanen ')).toEqual(['1:fuzzy'])
})

test('a letter written thrice is a slip of the hand, whatever the stem of the word would be', () => {
  const index = one('Vi kan flytta hit.\nHon flyttade.\nJaaa, det är sant.')
  const { hits, notes } = index.search('flyttt ')
  expect([...new Set(hits.map(({ best }) => best.kind))]).toEqual(['fuzzy'])
  expect(notes).toEqual([{ kind: 'alike', word: 'flyttt', words: expect.arrayContaining(['flytta']) }])
  expect(found(index, 'jaaa ')).toEqual(['3:exact'])
})

test('a seldom word may stand for a common one', () => {
  const index = one(`Komun.\n${'En kommun till.\n'.repeat(12)}`)
  expect(index.search('code komun ').notes).toMatchObject([{ kind: 'meant', word: 'komun', instead: 'kommun', query: 'code kommun ' }])
})

test('the exact form stands before one that is only like it, whatever else is asked for', () => {
  const index = one(
    'Kontoret och kontot, kontot, kontot.\nVi satt länge i ett kontor med en lampa, och det var mörkt ute.\nEtt kontot med hyra.\nEtt kontor med hyra.',
  )
  expect(found(index, 'kontor~ ').slice(0, 2)).toEqual(expect.arrayContaining(['4:exact', '2:exact']))
  expect(found(index, 'kontor~ hyra ')).toEqual(['4:exact', '3:exact'])
  expect(index.search('kontor~ hyra ').hits.map(({ paragraph }) => paragraph)).toEqual([4, 3])
})

test('letters of a kind are half a letter apart, turned neighbours one', () => {
  expect(editDistance('hor', 'hör', 2)).toBe(0.5)
  expect(editDistance('kommnu', 'kommun', 2)).toBe(1)
  expect(editDistance('kommun', 'kommunerna', 2)).toBe(Infinity)
})

test.each<[SourceLanguage, string[]]>([
  ['sv', ['jobb', 'jobbet', 'jobbets', 'jobben']],
  ['sv', ['fråga', 'frågan', 'frågor', 'frågorna']],
  ['sv', ['rekrytera', 'rekrytering', 'rekryteringen']],
  ['sv', ['billig', 'billigt', 'billiga', 'billigare']],
  ['nb', ['kommune', 'kommunen', 'kommunene', 'kommuner']],
])('%s: %s have one stem', (language, words) => expect(new Set(words.map((word) => stem(word, language))).size).toBe(1))

test('what is kept away is kept away surely: not what only begins so', () => {
  const index = one('Kommunen och kommunikationen.\nKommunikationen.')
  expect(index.search('kommun ').total).toBe(2)
  expect(found(index, 'kommunikationen -kommun ')).toEqual(['2:exact'])
})

test('what is read through while an index is built: every paragraph that may answer, and nothing that can not be told so', () => {
  const needles = (typed: string) => needsOf(parseQuery(typed).tree!, ['sv'])
  const may = (typed: string, paragraph: string) => mayAnswer(paragraph, needles(typed)!)
  expect(may('flyttar -hyra ', 'Inflyttning, hyra.')).toBe(true)
  expect(may('hyra flytta ', 'Bara hyran.'), 'all words are needed').toBe(false)
  expect(may('co working ', 'En Co-working, alltså.')).toBe(true)
  expect(may('"två ord"~4 ', 'Ord finns tvåhundra.')).toBe(true)
  expect(needles('flytt~')).toBeNull()
  expect(needles('år ')).toBeNull()
  expect(needles('role:informant')).toBeNull()
  expect(needles('flytt OR role:informant')).toBeNull()
  expect(needles('flytt role:informant')).not.toBeNull()
})

test('the letters of a text are those of its words, folded', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'aÅä éÉßıİæØ-’1²ﬁ😴.Σςñ\u0301\n') })), (typed) => {
      const text = typed.normalize('NFC')
      expect(lettersIn(text)).toBe(foldWord(text).replace(/[^\p{L}\p{N}]+/gu, ''))
    }),
    { numRuns: 300 },
  )
})
