import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../../src/domain/context.ts'
import { textWithSpans } from '../support/arbitraries.ts'

test('what stands around a span is in the text, beside it, in its own paragraph', () => {
  fc.assert(
    fc.property(textWithSpans(1, 80), ({ text, spans }) => {
      const [span] = spans
      const { before, after } = contextOf(text, span!)
      expect(text.slice(0, span!.start).endsWith(before)).toBe(true)
      expect(text.slice(span!.end).startsWith(after)).toBe(true)
      expect(before + after).not.toContain('\n')
    }),
  )
})

test('abbreviations do not end a sentence', () => {
  const text = 'Först. Vi har t.ex. ca. tio rum här. Och sen inget.'
  expect(contextOf(text, { start: text.indexOf('tio'), end: text.indexOf(' här') })).toEqual({ before: 'Vi har t.ex. ca. ', after: ' här.' })
})

test('a long paragraph is cut at a word, and says so', () => {
  const text = 'ord '.repeat(500)
  const { before, after } = contextOf(text, { start: 1000, end: 1003 })
  expect(before).toMatch(/^… ord /)
  expect(after).toMatch(/ord …$/)
  expect(before.length).toBeLessThan(250)
})

test('a speaker’s label and a timestamp are not said: nothing of them stands before', () => {
  const text = 'Hej.\n[00:12] Informant: Jo. Det är så här.'
  const labels = new Map([
    [5, 13],
    [13, 24],
  ])
  const span = { start: text.indexOf('Jo'), end: text.indexOf('Jo') + 3 }
  expect(contextOf(text, span, labels)).toEqual({ before: '', after: ' Det är så här.' })
  expect(contextOf(text, span).before).not.toBe('')
})
