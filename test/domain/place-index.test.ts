import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../src/domain/paragraph.ts'
import { paragraphPlaces, reachOf, spanPlaces } from '../../src/domain/place-index.ts'
import { wordsOf } from '../../src/domain/word.ts'
import { wordStarts } from '../../src/domain/word-starts.ts'

const texts = fc.array(fc.constantFrom('en rad', '', 'två rader till', ' ', 'x'), { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))
const within = (length: number) => fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

test('the paragraphs with words that a stretch touches, numbered over all sources', () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(1), (one, other, which) => {
      const bySource = new Map([one, other].map((text, at) => [at, paragraphsOf(text)]))
      const { placesOf, spanOf } = paragraphPlaces(bySource)
      const text = [one, other][which]!
      for (let start = 0; start < text.length; start++)
        for (let end = start + 1; end <= text.length; end++) {
          const naive = bySource.get(which)!.filter((one) => one.number !== null && one.start < end && start < one.end)
          expect(placesOf(which, start, end).map(spanOf)).toEqual(naive)
        }
      expect(new Set([...placesOf(0, 0, one.length), ...placesOf(1, 0, other.length)]).size).toBe(
        placesOf(0, 0, one.length).length + placesOf(1, 0, other.length).length,
      )
    }),
    { numRuns: 40 },
  )
})

test('spans that lie anywhere: those that a stretch touches, by their ids', () => {
  const span = fc.record({ place: within(40), id: fc.integer({ min: 1, max: 4 }), sourceId: fc.constantFrom(1, 2) })
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), within(40), (spans, { start, end }) => {
      const laid = spans.map(({ place, ...rest }) => ({ ...place, ...rest })).filter((one) => one.end > one.start)
      const naive = new Set(laid.filter((one) => one.sourceId === 1 && one.start < end && start < one.end).map(({ id }) => id))
      expect(new Set(spanPlaces(laid)(1, start, end))).toEqual(naive)
    }),
  )
})

test('words begin where they do, and up to where at most so many of them', () => {
  const parts = fc.constantFrom('Ja', ' ', ', ', 'co-working', "don't", '–', '- ', 'EU:s', '’', '\n', '😴', 'Åre', '𝒳y', 'é', '1,5', '中')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 14 }), fc.nat(8), (made, words) => {
      const text = made.join('')
      const starts = wordStarts(text)
      expect([...starts]).toEqual(wordsOf(text).map(({ start }) => start))
      for (let from = 0; from <= text.length; from++)
        for (let to = from; to <= text.length; to++)
          expect(starts.filter((start) => from <= start && start < to).length <= words).toBe(to <= reachOf(starts, text.length, from, words))
    }),
  )
})
