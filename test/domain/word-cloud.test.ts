import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOUD_PADDING, type CloudItem, layOutCloud } from '../../src/domain/word-cloud.ts'
import { inkOf } from '../../src/exchange/glyphs.ts'

const shape = { width: 400, smallest: 13, largest: 30 }
const item = (text: string, weight: number, underlined = false): CloudItem => ({ text, weight, underlined, ink: (bold) => inkOf(text, bold) })
const anyWord = fc.string({ unit: fc.constantFrom(...'abcåäöÅgjpyW-–’ čł漢я<&😴 '), minLength: 1, maxLength: 30 })
const anyItem = fc.tuple(anyWord, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()).map((parts) => item(...parts))

test('words stand inside the picture and never closer than the padding', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 40 }), (items) => {
      const { words, width, height } = layOutCloud(items, shape)
      expect(words.map(({ text }) => text)).toEqual(items.map(({ text }) => text))
      for (const [at, { box }] of words.entries()) {
        expect(box.left >= 0 && box.right <= width && box.top >= -0.1 && box.bottom <= height).toBe(true)
        for (const { box: other } of words.slice(at + 1)) {
          const apart = Math.max(other.left - box.right, box.left - other.right, other.top - box.bottom, box.top - other.bottom)
          expect(apart).toBeGreaterThanOrEqual(CLOUD_PADDING)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a line under a word holds the word, and its box holds both', () => {
  const { words } = layOutCloud([item('Grannkommuner', 1, true), item('hyra', 0.3, false)], shape)
  const { rule, box } = words[0]!
  expect(rule!.from).toBeCloseTo(box.left, 0)
  expect(rule!.to).toBeCloseTo(box.right, 0)
  expect(rule!.y).toBeLessThan(box.bottom)
  expect(words[1]!.rule).toBeNull()
})

test('the heaviest stands nearest the middle, and nothing is left to chance', () => {
  const items = Array.from({ length: 60 }, (_, at) => item(`ord${at}`, 1 - at / 60))
  const { words, height } = layOutCloud(items, shape)
  const away = words.map(({ baseline }) => Math.abs(baseline - height / 2))
  expect(away[0]).toBeLessThan(height / 5)
  expect(Math.max(...away.slice(-5))).toBeGreaterThan(height / 3)
  expect(layOutCloud(items, shape)).toEqual({ ...layOutCloud(items, shape), words })
})

test('no words, one word, a word of 500 letters, all the same', () => {
  expect(layOutCloud([], shape)).toEqual({ width: 400, height: 1, words: [] })
  expect(layOutCloud([item('ja', 1)], shape).words).toHaveLength(1)
  const [long] = layOutCloud([item('W'.repeat(500), 1)], shape).words
  expect(long!.box.right - long!.box.left).toBeLessThanOrEqual(400)
  expect(new Set(layOutCloud([item('ett', 0.3), item('två', 0.3)], shape).words.map(({ size }) => size)).size).toBe(1)
})

// 15 ms at rest: a machine with other work is no fault of the cloud.
test('150 words are laid out at once', () => {
  const items = Array.from({ length: 150 }, (_, at) => item(`kommunen${at}`, 1 / (at + 1)))
  layOutCloud(items, shape)
  const began = performance.now()
  layOutCloud(items, { width: 760, smallest: 14, largest: 46 })
  expect(performance.now() - began).toBeLessThan(2000)
})
