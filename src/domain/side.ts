import type { Coding } from './coding.ts'
import { ownWords } from './own-words.ts'
import { paragraphsUnder } from './paragraph.ts'
import type { Span } from './span.ts'
import type { AskedQuestion, TranscriptParagraph } from './transcript.ts'

/**
 * Paragraphs by number that nobody has coded: the next after a place in the text, the first of all, and how many there are. What the interviewer says needs no code; nor
 * does what is nothing but a question or a preamble, nor, where it is marked who speaks, what nobody says: a title, a note of the place.
 */
export type Uncoded = { readonly next: number | null; readonly first: number | null; readonly left: number }

export function uncodedFrom(text: string, paragraphs: readonly TranscriptParagraph[], codings: readonly { readonly span: Span }[], from: number): Uncoded {
  const spoken = paragraphs.some(({ role }) => role !== null)
  let next: number | null = null
  let first: number | null = null
  let left = 0
  let at = 0
  let reach = -1
  for (const paragraph of paragraphs) {
    const { start, end, number, role, speaker } = paragraph
    while (at < codings.length && codings[at]!.span.start < end) reach = Math.max(reach, codings[at++]!.span.end)
    if (number === null || role === 'interviewer' || reach > start) continue
    if ((spoken && role === null && speaker === null) || (paragraph.asked.length > 0 && ownWords(paragraph, text) === null)) continue
    left++
    first ??= number
    if (start > from) next ??= number
  }
  return { next, first, left }
}

/** A coding and the number of the paragraph where it begins. */
export type CodingAt = { readonly codingId: number; readonly number: number }

/** The next coding of a code that begins after a paragraph, and the first in another paragraph, for when there is none after. */
export function sameCodeFrom(
  paragraphs: readonly TranscriptParagraph[],
  codings: readonly Coding[],
  from: Span,
  codeId: number,
): { next: CodingAt | null; first: CodingAt | null } {
  const same = codings.filter((coding) => coding.codeId === codeId)
  const placed = (coding: Coding | undefined): CodingAt | null => {
    const number = coding && paragraphsUnder(paragraphs, coding.span).find((one) => one.number !== null)?.number
    return coding && number ? { codingId: coding.id, number } : null
  }
  const elsewhere = (coding: Coding) => coding.span.start < from.start || coding.span.start > from.end
  return { next: placed(same.find(({ span }) => span.start > from.end)), first: placed(same.find(elsewhere)) }
}

/** Where the questions before and after that of a place are taken up, by the number of the paragraph. */
export function questionsAround(paragraphs: readonly TranscriptParagraph[], from: number) {
  const put = paragraphs.flatMap(({ start, number, question }) => (question && number !== null ? [{ start, number, question }] : []))
  const current = put.findLastIndex(({ start }) => start <= from)
  const at = (index: number): { number: number; question: AskedQuestion } | null => put[index] ?? null
  return { previous: current > 0 ? at(current - 1) : null, next: at(current + 1), any: put.length > 0 }
}
