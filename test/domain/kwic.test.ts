import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kwicOf } from '../../src/domain/kwic.ts'
import { textWithSpans } from '../support/arbitraries.ts'

test('left, key and right stand so in the text, inside the paragraph', () => {
  fc.assert(
    fc.property(textWithSpans(1, 80), fc.nat(30), ({ text, spans }, width) => {
      const { left, key, right, start, end, more } = kwicOf(text, spans[0]!, { start: 0, end: text.length }, width, width)
      expect(key).toBe(text.slice(spans[0]!.start, spans[0]!.end))
      expect(text.slice(start, end)).toBe(left + key + right)
      // The last character may be a joined one, which is not parted.
      expect(left.length).toBeLessThanOrEqual(width + 15)
      expect([more.left, more.right]).toEqual([start > 0, end < text.length])
    }),
  )
})

test('words are cut off whole', () => {
  const text = 'en sak som hände hemma i går kväll'
  const at = text.indexOf('hemma')
  expect(kwicOf(text, { start: at, end: at + 5 }, { start: 0, end: text.length }, 10, 8)).toMatchObject({ left: 'som hände ', key: 'hemma', right: ' i går' })
})
