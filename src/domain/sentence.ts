import { type Span, trimSpan } from './span.ts'

const ABBREVIATIONS =
  /(?:^|[\s(])(?:bl\.a|t\.ex|f\.eks|m\.m|m\.fl|m\.v|d\.v\.s|dvs|o\.s\.v|osv|ca|eks|ift|mtp|s\.k|t\.o\.m|fr\.o\.m|kl|nr|st|tel|dr|e\.g|i\.e|etc|\d+)\.$/i

/** Whether the full stop that words end with is an abbreviation's or a number's, not a sentence's. */
export function endsWithAbbreviation(words: string): boolean {
  return ABBREVIATIONS.test(words.slice(-20))
}

/**
 * The sentences of a paragraph, trimmed, as spans of the whole text; `offset` is where the paragraph starts. Split by the
 * language's own rules (Intl.Segmenter), put together again after an abbreviation. Give it a paragraph, not a source: it is quadratic.
 */
export function sentencesOf(paragraph: string, language: string, offset = 0): Span[] {
  // Each piece of a segmenter holds the whole paragraph anew: none is kept.
  const pieces = Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(paragraph), ({ segment, index }) => ({
    length: segment.length,
    index,
  }))
  const sentences: { start: number; end: number }[] = []
  for (const { length, index } of pieces) {
    const last = sentences.at(-1)
    if (last && endsWithAbbreviation(paragraph.slice(last.start, last.end).trimEnd())) last.end = index + length
    else sentences.push({ start: index, end: index + length })
  }
  return sentences
    .map((sentence) => trimSpan(paragraph, sentence))
    .filter((sentence) => sentence.end > sentence.start)
    .map(({ start, end }) => ({ start: start + offset, end: end + offset }))
}
