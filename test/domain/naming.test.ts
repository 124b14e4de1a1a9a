import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupActs } from '../../src/domain/act-group.ts'
import { guessType, isDate, numberIn, toValue } from '../../src/domain/attribute.ts'
import { couldBeTakenFor, toName, toPersonName } from '../../src/domain/name.ts'
import { freeSlug, slugOf } from '../../src/domain/slug.ts'
import { stripPath, stripWidth } from '../../src/domain/strip.ts'

test('a slug is made of a-z, digits and hyphens, whatever the name', () => {
  expect(slugOf('Åsa & Ærlighet på Öland – Ø')).toBe('asa-aerlighet-pa-oland-o')
  expect(slugOf('日本 😴')).toBe('project')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => void expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)))
})

test('a slug that is taken gets the first free number', () => {
  expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
})

test('a name is one line without hidden characters, and keeping it twice changes nothing', () => {
  expect(toName('  E\u0301t\r\nt\u202e ')).toBe('Ét t')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      let name: string
      try {
        name = toName(raw)
      } catch {
        return
      }
      expect(name).not.toMatch(/[\p{Cc}]/u)
      expect(toName(name)).toBe(name)
    }),
  )
  expect(() => toName('x'.repeat(10_000))).toThrow('refusal.long-name')
  expect(() => toName(' \n ')).toThrow('refusal.no-name')
})

test('numbers and dates as people write them', () => {
  expect([numberIn('46 800'), numberIn('−2,6'), numberIn('7.9'), numberIn('1e3'), numberIn('')]).toEqual([46800, -2.6, 7.9, null, null])
  expect([isDate('2026-02-28'), isDate('2026-02-30'), isDate('2026'), isDate('26-1-1')]).toEqual([true, false, true, false])
  expect(toValue('number', 'n', ' 46 800 ')).toEqual({ value: '46800', number: 46800 })
  expect(() => toValue('number', 'n', 'many')).toThrow('refusal.not-number')
})

test('types are guessed by what the values look like', () => {
  expect(guessType(['1', '2,5', ''])).toBe('number')
  expect(guessType(['2026-01-02'])).toBe('date')
  expect(guessType(['A', 'B', 'A'])).toBe('category')
  expect(guessType(['one long answer', 'another', 'a third'])).toBe('text')
  expect(guessType(['0701', '0702'])).toBe('category')
})

test('a strip shows each coded paragraph and nothing outside its width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.uniqueArray(fc.integer({ min: 1, max: 1000 })), (of, some) => {
      const coded = some.filter((number) => number <= of).sort((a, b) => a - b)
      const width = stripWidth(of)
      const boxes = [...stripPath(coded, of).matchAll(/M(\d+) 0H(\d+)V16H\1Z/g)].map(([, from, to]) => [Number(from), Number(to)] as const)
      for (const [from, to] of boxes) expect(from < to && to <= width).toBe(true)
      for (const number of coded) expect(boxes.some(([from, to]) => from <= ((number - 0.5) * width) / of && ((number - 0.5) * width) / of <= to)).toBe(true)
      for (let i = 1; i < boxes.length; i++) expect(boxes[i]![0]).toBeGreaterThan(boxes[i - 1]![1])
    }),
  )
})

test('codings of one coder in one source on one day are told together', () => {
  const act = (id: number, sourceId: number, actorId = 1) => ({
    id,
    actorId,
    kind: 'code-passage' as const,
    at: '2026-11-21T09:00:00Z',
    about: { sourceId, count: 2 },
    undoneBy: null,
  })
  expect(groupActs([act(4, 1), act(3, 1), act(2, 2), act(1, 2, 2)]).map(({ acts, count }) => [acts, count])).toEqual([
    [2, 4],
    [1, 2],
    [1, 2],
  ])
})

test('nobody takes a name that is read as another: case, forms of letters and what is not seen do not count, and alphabets do not mix in a word', () => {
  for (const name of ['anna two', 'ANNA TWO', 'Anna\u00a0Two', 'Ａnna Two', 'An\u200bna Two']) expect(couldBeTakenFor(name, 'Anna Two'), name).toBe(true)
  for (const name of ['Anna To', 'Änna Two', 'AnnaTwo']) expect(couldBeTakenFor(name, 'Anna Two'), name).toBe(false)
  for (const name of ['An\u200bna Two', 'Anna \u202eowT', 'Anna\u0007']) expect(() => toPersonName(name), name).toThrow('refusal.unseen-in-name')
  for (const name of ['\u0410nna Two', 'Anna Tw\u03bf']) expect(() => toPersonName(name), name).toThrow('refusal.mixed-name')
  for (const name of ['Anna Two', 'Åsa-Märta Öst', 'Анна Two', 'Ελένη', "O'Brien"]) expect(toPersonName(` ${name} `)).toBe(name)
})
