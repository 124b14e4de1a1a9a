import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkOf, outlineOf } from '../../src/exchange/glyphs.ts'
import { writeCloudSvg } from '../../src/exchange/write-cloud-svg.ts'

const anyWord = fc.string({ unit: fc.constantFrom(...'abcåäöÅgjpyfl čłяξ漢<&😴'), minLength: 1, maxLength: 20 })

test('an outline is well formed and lies where its ink is said to lie', () => {
  const place = fc.record({
    x: fc.double({ min: -50, max: 900, noNaN: true }),
    baseline: fc.double({ min: -50, max: 900, noNaN: true }),
    size: fc.double({ min: 8, max: 60, noNaN: true }),
  })
  fc.assert(
    fc.property(anyWord, fc.boolean(), place, (word, bold, at) => {
      const path = outlineOf(word, bold, at)
      expect(path).toMatch(/^(?:[MLQCZ](?:-?\d+(?:\.\d)?(?: -?\d+(?:\.\d)?)*)?)*$/)
      const ink = inkOf(word, bold)
      for (const [, letter = '', points = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
        const numbers = points.split(' ').filter(Boolean).map(Number)
        expect(numbers.length).toBe({ M: 2, L: 2, Q: 4, C: 6, Z: 0 }[letter])
        if (letter !== 'M' && letter !== 'L') continue
        expect(numbers[0]).toBeGreaterThanOrEqual(at.x + ink.left * at.size - 0.1)
        expect(numbers[0]).toBeLessThanOrEqual(at.x + ink.right * at.size + 0.1)
        expect(numbers[1]).toBeGreaterThanOrEqual(at.baseline - ink.top * at.size - 0.1)
        expect(numbers[1]).toBeLessThanOrEqual(at.baseline + ink.bottom * at.size + 0.1)
      }
    }),
    { numRuns: 40 },
  )
})

test('letters of several alphabets are drawn, not boxed', () => {
  const box = outlineOf('漢', false, { x: 0, baseline: 0, size: 100 })
  for (const letter of 'åäöæøčłяξ') expect(outlineOf(letter, false, { x: 0, baseline: 0, size: 100 }), letter).not.toBe(box)
})

test('a written picture needs nothing else, escapes what people wrote, and is the same every time', () => {
  const placed = {
    width: 400,
    height: 30,
    words: [
      { index: 0, text: 'ja', x: 3, baseline: 20, size: 14, bold: false, rule: { y: 24, from: 3, to: 20 }, box: { left: 3, right: 20, top: 5, bottom: 26 } },
    ],
  }
  const clouds = [{ placed, heading: '<b>&"', sayings: ['<script>alert(1)</script>\u0000'], tones: [4] }]
  const svg = writeCloudSvg(clouds, { title: '<i>', base: `13 fall ${'&'.repeat(300)}` })
  expect(svg).toBe(writeCloudSvg(clouds, { title: '<i>', base: `13 fall ${'&'.repeat(300)}` }))
  expect(svg).not.toMatch(/<script|<i>|<b>|<text|font-family|href/)
  expect(svg.includes('\u0000')).toBe(false)
  expect(svg).toContain('<title id="t">&#60;i&#62;</title>')
})
