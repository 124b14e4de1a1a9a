import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../src/domain/span.ts'
import { isStopWord } from '../../src/domain/stop-words/stop-words.ts'
import { type CountedText, countWordsIn, occurrencesOf } from '../../src/domain/word-count.ts'
import { stem } from '../../src/search/stem.ts'

const whole = (text: string, language: CountedText['language'] = 'sv', sourceId = 1): CountedText => ({
  sourceId,
  language,
  text,
  stretches: [{ start: 0, end: text.length, units: [sourceId] }],
})
const numbers = (...texts: CountedText[]) => Object.fromEntries(countWordsIn(texts, stem).words.map(({ word, count }) => [word, count]))

test('inflections are one word, shown in its commonest form', () => {
  expect(numbers(whole('En plats är inte platsen, och platser är platser.'))).toEqual({ platser: 4 })
  expect(numbers(whole('Huset, alla hus. Veckan, en vecka. Området och områden.'))).toEqual({ hus: 2, vecka: 2, områden: 2 })
  expect(numbers(whole('Arbeidsplassen og arbeidsplasser', 'nb'))).toEqual({ Arbeidsplassen: 2 })
  expect(numbers(whole('Offices near an office.', 'en'))).toEqual({ office: 2, near: 1 })
})

test('co-working is coworking, å is not a, numbers and fillers are not counted', () => {
  expect(numbers(whole('Alltså coworking, liksom, eller co-working. 2019 asså, typ fem.'))).toEqual({ 'co-working': 2 })
  expect(numbers(whole('hör hor'))).toEqual({ hör: 1, hor: 1 })
})

test('a name keeps its capital, a word that begins sentences does not get one', () => {
  expect(numbers(whole('Gunilla kom. Kommunen växer, kommunen krymper.'))).toEqual({ Gunilla: 1, kommunen: 2, växer: 1, krymper: 1 })
})

test('words that carry content are never stop words', () => {
  for (const word of ['bra', 'beslut', 'behov', 'kommun', 'plats', 'samverkan', 'inflyttning']) expect(isStopWord(word, 'sv'), word).toBe(false)
  for (const word of ['bra', 'behov', 'kommune', 'sted']) expect(isStopWord(word, 'nb') || isStopWord(word, 'nn'), word).toBe(false)
  for (const word of ['good', 'need', 'decision', 'place', 'work']) expect(isStopWord(word, 'en'), word).toBe(false)
  for (const word of ['liksom', 'ju', 'alltså', 'asså', 'typ', 'va', 'eh', 'mm', 'nä']) expect(isStopWord(word, 'sv'), word).toBe(true)
  for (const word of ['altså', 'sånn', 'liksom']) expect(isStopWord(word, 'nb') && isStopWord(word, 'nn'), word).toBe(true)
})

test('a word under two stretches is counted once, for the cases of both; one that a stretch cuts is not', () => {
  const text = 'bygden lever'
  const stretches = [
    { start: 0, end: 6, units: [1] },
    { start: 0, end: 9, units: [2] },
  ]
  expect(countWordsIn([{ sourceId: 1, language: 'sv', text, stretches }], stem).words).toEqual([{ word: 'bygden', forms: ['bygden'], count: 1, units: 2 }])
})

const word = fc.constantFrom(
  'plats',
  'platsen',
  'Platser',
  'hus',
  'huset',
  'vecka',
  'veckan',
  'co-working',
  'coworking',
  'och',
  '😴',
  'EU:s',
  'EU',
  '<script>',
  'åren',
  'år',
)
const countedText = fc
  .record({
    words: fc.array(word, { maxLength: 30 }),
    language: fc.constantFrom('sv', 'nb', 'en'),
    cuts: fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 5 }),
  })
  .map(({ words, language, cuts }, index = 0): CountedText => {
    const text = words.join(' ')
    const within = (at: number) => Math.min(at, text.length)
    const spans: Span[] = cuts.map(([a, b]) => ({ start: within(Math.min(a, b)), end: within(Math.max(a, b)) }))
    return { sourceId: index, language: language as 'sv', text, stretches: spans.map((span, unit) => ({ ...span, units: [unit] })) }
  })

test('every word has exactly as many occurrences as it counts, no place belongs to two words, and each lies under a stretch', () => {
  fc.assert(
    fc.property(fc.array(countedText, { maxLength: 4 }), (made) => {
      const texts = made.map((text, sourceId) => ({ ...text, sourceId }))
      const taken = new Set<string>()
      for (const { forms, count, units } of countWordsIn(texts, stem).words) {
        const places = occurrencesOf(texts, forms)
        expect(places.length).toBe(count)
        expect(new Set(places.flatMap((place) => place.units)).size).toBe(units)
        for (const { sourceId, start, end } of places) {
          expect(forms).toContain(texts[sourceId]!.text.slice(start, end).toLowerCase())
          expect(texts[sourceId]!.stretches.some((one) => one.start < end && one.end > start)).toBe(true)
          expect(taken.has(`${sourceId} ${start}`)).toBe(false)
          taken.add(`${sourceId} ${start}`)
        }
      }
    }),
  )
})
