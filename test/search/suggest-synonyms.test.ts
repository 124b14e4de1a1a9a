import { expect, test } from 'vitest'
import type { SourceLanguage } from '../../src/domain/source.ts'
import { ParagraphIndex } from '../../src/search/paragraph-index.ts'

const suggested = (text: string, known: readonly (readonly string[])[] = []) => {
  const index = new ParagraphIndex()
  index.add({ id: 1, language: 'sv', text })
  index.arrange([1])
  return index.suggestSynonyms(known).map(({ words }) => [...words].sort().join(' '))
}

test.each([
  ['Ett hemkontor. Hemmakontor har många. Ett kontor.', 'hemkontor hemmakontor'],
  ['Landsbygdsutveckling. Landsbygdutveckling. En utveckling.', 'landsbygdsutveckling landsbygdutveckling'],
  ['Ett kvinno-center. Ett kvinncenter. Ett center.', 'kvinncenter kvinnocenter'],
  ['Gründer, gründer. Grunder, grunder.', ''],
  ['Pandemin pandemin pandamin pandamin', 'pandamin pandemin'],
])('%s', (text, pair) => expect(suggested(text)).toEqual(pair === '' ? [] : [pair]))

test('what is one word to a search already, or known to mean the same, is not suggested', () => {
  expect(suggested('Ett hem-kontor. Ett hemkontor. Hemkontoret. Ett kontor.')).toEqual([])
  expect(suggested('Ett hemkontor. Hemmakontor. Ett kontor.', [['hemkontor', 'hemmakontor']])).toEqual([])
  expect(suggested('Skolhus. Skolgård. En gård. Ett hus.')).toEqual([])
})

test('what the languages of a study write otherwise is suggested, and only there', () => {
  const study = (...texts: [SourceLanguage, string][]) => {
    const index = new ParagraphIndex()
    for (const [id, [language, text]] of texts.entries()) index.add({ id, language, text })
    index.arrange([...texts.keys()])
    return index.suggestSynonyms([]).map(({ words }) => [...words].sort().join(' '))
  }
  expect(study(['nb', 'Skolen og lederen.'], ['nn', 'Skulane. Ein leiar.'])).toEqual(['skole skule', 'leder leiar'])
  expect(study(['sv', 'Skolan ligger nära bostaden.'], ['nb', 'Skolen og boligen.'])).toEqual(['bolig bostad'])
  expect(study(['sv', 'Ledaren leder. En användare bruker.'])).toEqual([])
})
