import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownWords } from '../../src/domain/own-words.ts'
import { paragraphsOf, paragraphsUnder } from '../../src/domain/paragraph.ts'
import { questionsAround, sameCodeFrom, uncodedFrom } from '../../src/domain/side.ts'
import { overlap } from '../../src/domain/span.ts'
import { transcriptOf } from '../../src/domain/transcript.ts'

const text = Array.from({ length: 12 }, (_, n) => (n % 4 === 3 ? '' : `paragraph ${n}`)).join('\n')
const span = fc
  .tuple(fc.nat({ max: text.length - 2 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))

function study(spans: { start: number; end: number }[]) {
  const codings = spans
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((one, id) => ({ id, quotationId: id, sourceId: 1, codeId: id % 2, coderId: 1, madeBy: 'person' as const, madeAt: '', span: one }))
  return { codings, paragraphs: transcriptOf(paragraphsOf(text), [], codings) }
}

test('what is uncoded is what no coding touches: the next lies after the place, the first before all others', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: -1, max: text.length }), (spans, from) => {
      const { codings, paragraphs } = study(spans)
      const naive = paragraphs.filter((one) => one.number !== null && !codings.some((coding) => overlap(coding.span, one)))
      const { next, first, left } = uncodedFrom(text, paragraphs, codings, from)
      expect(left).toBe(naive.length)
      expect(first).toBe(naive[0]?.number ?? null)
      expect(next).toBe(naive.find(({ start }) => start > from)?.number ?? null)
    }),
  )
})

test('following a code from its first coding, one comes to every paragraph where one of its codings begins', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
      const { codings, paragraphs } = study(spans)
      const numberOf = (id: number) => paragraphsUnder(paragraphs, codings[id]!.span).find((one) => one.number !== null)?.number
      const wanted = new Set(codings.filter(({ codeId }) => codeId === 0).map(({ id }) => numberOf(id)))
      const seen = new Set<number>()
      for (let at = paragraphs.find(({ number }) => number === numberOf(0)); at && !seen.has(at.number!); ) {
        seen.add(at.number!)
        const { next } = sameCodeFrom(paragraphs, codings, at, 0)
        at = next ? paragraphs.find(({ number }) => number === next.number) : undefined
      }
      for (const number of wanted) if (number !== undefined) expect(seen).toContain(number)
    }),
  )
})

test('what the interviewer says needs no code, and questions lie around a place', () => {
  const words = 'Q one?\nAnswer\nQ two?\nAnswer'
  const spans = [
    { start: 0, end: 6, kind: 'turn', speaker: 'I', role: 'interviewer' },
    { start: 7, end: 13, kind: 'turn', speaker: 'R', role: 'informant' },
    { start: 14, end: 20, kind: 'turn', speaker: 'I', role: 'interviewer' },
    { start: 21, end: 27, kind: 'turn', speaker: 'R', role: 'informant' },
  ] as const
  const questions = [
    { number: 1, text: 'one', at: 7 },
    { number: 2, text: 'two', at: 21 },
  ]
  const paragraphs = transcriptOf(paragraphsOf(words), spans, [], questions)
  expect(uncodedFrom(words, paragraphs, [], -1)).toEqual({ next: 2, first: 2, left: 2 })
  expect(questionsAround(paragraphs, 7)).toMatchObject({ previous: null, next: { number: 3 }, any: true })
  expect(questionsAround(paragraphs, 21)).toMatchObject({ previous: { number: 1 }, next: null })
})

test('a title, a preamble and a question alone need no code, and a question is not coded with its answer', () => {
  const words = 'Interview 4\nThis talk is recorded.\nR: What do you miss? The cinema, I think.\nAnd my friends.'
  const spans = [
    { start: 12, end: 34, kind: 'turn', speaker: 'R', role: 'informant' },
    { start: 12, end: 34, kind: 'preamble', speaker: null, role: null },
    { start: 35, end: 92, kind: 'turn', speaker: 'R', role: 'informant' },
    { start: 35, end: 38, kind: 'label', speaker: null, role: null },
    { start: 38, end: 55, kind: 'question', speaker: null, role: null },
  ] as const
  const paragraphs = transcriptOf(paragraphsOf(words), spans, [])
  expect(uncodedFrom(words, paragraphs, [], -1)).toEqual({ next: 3, first: 3, left: 2 })
  const own = paragraphs.map((paragraph) => ownWords(paragraph, words))
  expect(own.map((span) => span && words.slice(span.start, span.end))).toEqual(['Interview 4', null, 'The cinema, I think.', 'And my friends.'])
})
