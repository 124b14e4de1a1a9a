import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftSpan } from '../../src/domain/coding.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { fitsWithin, runsOf, subtract, trimSpan, unionOf, wholeCharacters } from '../../src/domain/span.ts'
import { textWithSpans } from '../support/arbitraries.ts'

describe('trimSpan', () => {
  test.each([
    ['  hello  ', { start: 0, end: 9 }, { start: 2, end: 7 }],
    ['hello', { start: 0, end: 5 }, { start: 0, end: 5 }],
    ['   ', { start: 0, end: 3 }, { start: 3, end: 3 }],
  ])('%j %o → %o', (text, span, expected) => {
    expect(trimSpan(text, span)).toEqual(expected)
  })

  test('keeps exactly the trimmed words, and trimming again changes nothing', () => {
    fc.assert(
      fc.property(textWithSpans(1), ({ text, spans: [span] }) => {
        const trimmed = trimSpan(text, span!)
        expect(text.slice(trimmed.start, trimmed.end)).toBe(text.slice(span!.start, span!.end).trim())
        expect(fitsWithin(text, trimmed)).toBe(true)
        if (trimmed.start < trimmed.end) expect(trimSpan(text, trimmed)).toEqual(trimmed)
      }),
    )
  })
})

test('whole characters: never half an emoji, never shrinks, settles at once', () => {
  fc.assert(
    fc.property(textWithSpans(1), ({ text, spans: [span] }) => {
      const grown = wholeCharacters(text, span!)
      expect(() => encodeURIComponent(text.slice(grown.start, grown.end))).not.toThrow()
      expect(grown.start).toBeLessThanOrEqual(span!.start)
      expect(grown.end).toBeGreaterThanOrEqual(span!.end)
      expect(wholeCharacters(text, grown)).toEqual(grown)
    }),
  )
})

test('whole characters: what is seen as one is never parted, wherever in it a selection ends; plain letters beside it are', () => {
  const whole = ['👩‍👩‍👧', '🇸🇪', '👍🏽', 'e\u0301\u0323', '❤️', 'நி', '각', '1️⃣', '😴']
  for (const one of whole)
    for (const [before, after] of [
      ['är ', ' ja'],
      ['🙂', '🙂'],
      ['', ''],
      ['a', 'b'],
    ] as const) {
      const text = `${before}${one}${after}`
      const from = before.length
      for (let at = from + 1; at < from + one.length; at++) {
        expect(wholeCharacters(text, { start: at, end: text.length }).start, `${text} at ${at}`).toBe(from)
        expect(wholeCharacters(text, { start: 0, end: at }).end).toBe(from + one.length)
      }
      expect(wholeCharacters(text, { start: from, end: from + one.length })).toEqual({ start: from, end: from + one.length })
    }
  const kept = draftSpan('Hej 👩‍👩‍👧 du', { start: 7, end: 9 })
  expect([kept.start, kept.end]).toEqual([4, 12])
})

test('a drafted span has words, begins and ends with one, and is refused otherwise', () => {
  fc.assert(
    fc.property(textWithSpans(1), fc.integer({ min: -3, max: 60 }), ({ text, spans: [span] }, shift) => {
      const selection = { start: span!.start + shift, end: span!.end + shift }
      try {
        const kept = draftSpan(text, selection)
        const words = text.slice(kept.start, kept.end)
        expect(words).not.toBe('')
        expect(words.trim()).toBe(words)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
        expect(fitsWithin(text, selection) && text.slice(selection.start, selection.end).trim() !== '').toBe(false)
      }
    }),
  )
})

test('a drafted span neither begins nor ends in a speaker’s label', () => {
  const text = 'I: Hej. R: Ja.'
  const labels = [
    { start: 0, end: 3 },
    { start: 8, end: 11 },
  ]
  const words = (start: number, end: number) => {
    const kept = draftSpan(text, { start, end }, labels)
    return text.slice(kept.start, kept.end)
  }
  expect(words(0, 14)).toBe('Hej. R: Ja.')
  expect(words(1, 10)).toBe('Hej.')
  expect(() => words(8, 11)).toThrow('refusal.no-words')
})

describe('runsOf', () => {
  test('reassembles the text, whatever overlaps', () => {
    fc.assert(
      fc.property(textWithSpans(6), ({ text, spans }) => {
        const runs = runsOf({ start: 0, end: text.length }, spans)
        expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text)
      }),
    )
  })

  test('puts every character under exactly the spans that cover it, within any stretch', () => {
    fc.assert(
      fc.property(textWithSpans(7), ({ spans: [within, ...spans] }) => {
        for (const run of runsOf(within!, spans))
          for (let at = run.start; at < run.end; at++) expect(run.under).toEqual(spans.filter((span) => span.start <= at && at < span.end))
      }),
    )
  })
})

test('a union counts every character once; what is subtracted is gone', () => {
  fc.assert(
    fc.property(textWithSpans(8), ({ text, spans }) => {
      const covered = (some: readonly { start: number; end: number }[]) => [...text].map((_, at) => some.some((span) => span.start <= at && at < span.end))
      const holes = spans.slice(0, 4)
      const rest = spans.slice(4)
      const union = unionOf(spans)
      expect(covered(union)).toEqual(covered(spans))
      for (const [index, span] of union.entries()) if (index > 0) expect(span.start).toBeGreaterThan(union[index - 1]!.end)
      const left = subtract(rest, holes)
      expect(covered(left)).toEqual(covered(rest).map((is, at) => is && !covered(holes)[at]))
    }),
  )
})
