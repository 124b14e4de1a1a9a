import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extents, type TextParts, widen } from '../../src/domain/extent.ts'
import { paragraphsOf } from '../../src/domain/paragraph.ts'

const text = 'Anna: Vi flyttade hit t.ex. för huset. Sedan kom barnen 😴.\n\nDet var bra.\nBo: Ja, flytten.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const turn = { start: 0, end: at('bra.').end }
const parts: TextParts = {
  text,
  language: 'sv',
  paragraphs: paragraphsOf(text),
  turns: [turn, { start: at('Bo:').start, end: text.length }],
  answers: [at('Vi flyttade hit t.ex. för huset.')],
}
const cut = (words: string, extent: (typeof extents)[number]) => {
  const { start, end, whole } = widen(at(words), extent, parts)
  return [text.slice(start, end), whole]
}

test('words, their sentence whole of abbreviations, their paragraph, turn and answer', () => {
  expect(cut('flyttade', 'words')).toEqual(['flyttade', true])
  expect(cut('flyttade', 'sentence')).toEqual(['Anna: Vi flyttade hit t.ex. för huset.', true])
  expect(cut('barnen', 'sentence')).toEqual(['Sedan kom barnen 😴.', true])
  expect(cut('barnen', 'paragraph')).toEqual(['Anna: Vi flyttade hit t.ex. för huset. Sedan kom barnen 😴.', true])
  expect(cut('Det var', 'turn')).toEqual([text.slice(turn.start, turn.end), true])
  expect(cut('flyttade', 'answer')).toEqual(['Vi flyttade hit t.ex. för huset.', true])
})

test('where nothing of the kind is there it is the paragraph, and says so', () => {
  expect(cut('flytten', 'answer')).toEqual(['Bo: Ja, flytten.', false])
  expect(widen(at('bra'), 'turn', { ...parts, turns: [] })).toEqual({ ...at('Det var bra.'), whole: false })
})

test('what was found lies within any extent, and nothing is widened beyond the text', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 }), fc.constantFrom(...extents), (start, length, extent) => {
      const words = { start, end: Math.min(text.length, start + length) }
      const wide = widen(words, extent, parts)
      expect(wide.start).toBeLessThanOrEqual(words.start)
      expect(wide.end).toBeGreaterThanOrEqual(words.end)
      expect(wide.start).toBeGreaterThanOrEqual(0)
      expect(wide.end).toBeLessThanOrEqual(text.length)
      expect(widen(wide, extent, parts)).toMatchObject({ start: wide.start, end: wide.end })
    }),
  )
})
