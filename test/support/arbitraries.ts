import fc from 'fast-check'
import type { Span } from '../../src/domain/span.ts'

/** Transcript-like text: letters, spaces, newlines, accents in two pieces, emoji, markup. */
const anyText = (maxLength = 40) => fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', 'e\u0301', '😴', '👩‍🏫', '<', '&', '"'), maxLength })

/** A text together with spans that fit it; offsets may fall inside a surrogate pair. */
export const textWithSpans = (count: number, maxLength = 40): fc.Arbitrary<{ text: string; spans: Span[] }> =>
  anyText(maxLength).chain((text) => {
    const offset = fc.integer({ min: 0, max: text.length })
    const span = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    return fc.record({ text: fc.constant(text), spans: fc.array(span, { minLength: count, maxLength: count }) })
  })
