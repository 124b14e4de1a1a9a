import type { RecognisedAnswer } from '../recognised.ts'
import type { Span } from '../span.ts'
import type { Asked } from './answer-stretches.ts'
import { isInterrupted, onlyAsksBack, saysUnknown } from './status-of-answer.ts'

/**
 * What is known of a question: where it was put, or where it was put together with another (`also`); how like it the likest
 * place is (`best`), and the share of the guide's questions that were put (`followed`).
 */
type Known = { readonly number: number; readonly asked: readonly Asked[]; readonly also: Asked | undefined; readonly best: number; readonly followed: number }

/** What nobody should believe unseen: a question put together with another, an answer that begins with "I don't know" and goes on, asks back or is broken off. */
const UNSURE = 0.5
/** Of an interview that has put less than this of a guide, likenesses that are not nearly word for word may be chance. */
const FOLLOWED = 0.34
const NEARLY_WORD_FOR_WORD = 0.85

/** What became of a question. */
export function answerTo(text: string, { number, asked, also, best, followed }: Known): RecognisedAnswer {
  const all = asked.length > 0 ? asked : also ? [also] : []
  if (all.length === 0) return { number, status: 'not_asked', asked: [], spans: [], confidence: unlikelihood(best) }
  const said = distinct(all.flatMap((one) => one.spans))
  const words = said.map(({ start, end }) => text.slice(start, end))
  const spans = onlyAsksBack(words) ? [] : said
  const unknown = saysUnknown(words)
  const status = spans.length === 0 ? 'unanswered' : unknown === 'nothing-else' ? 'dont_know' : 'answered'
  const surest = asked.length === 0 || unknown === 'and-more' || spans !== said || isInterrupted(words) ? UNSURE : 1
  return { number, status, asked: all.map((one) => one.asked), spans, confidence: Math.min(surest, ...asked.map((one) => confidenceOf(one, followed))) }
}

/** A question put twice in one breath has one answer. */
function distinct(spans: readonly Span[]): Span[] {
  return spans.filter((span, at) => spans.findIndex(({ start }) => start === span.start) === at).sort((a, b) => a.start - b.start)
}

/** Word for word is 1, barely enough is a little under `LOW_CONFIDENCE`; an end that was guessed takes some of it. */
function confidenceOf({ place, sure }: Asked, followed: number): number {
  const likeness = Math.min(1, 0.56 + 0.44 * Math.max(0, (place.sim - 0.45) / 0.4))
  const most = followed < FOLLOWED && place.sim < NEARLY_WORD_FOR_WORD ? UNSURE : sure ? 1 : 0.75
  return round(Math.min(likeness, most))
}

/** That a question was not asked is sure where nothing is like it. */
function unlikelihood(best: number): number {
  return round(Math.min(1, Math.max(0.2, 1.25 - best * 1.5)))
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
