import { alsoAsked } from './guide/also-asked.ts'
import { stretchesBetween, stretchesOfTurns } from './guide/answer-stretches.ts'
import { answerTo } from './guide/answer-to.ts'
import { choosePlaces } from './guide/choose-places.ts'
import { afterIntroduction, findIntroduction } from './guide/find-introduction.ts'
import { endingsOf, type LikenessOf, likenessTo, type SoughtQuestion, soughtQuestions } from './guide/guide-questions.ts'
import { headingsIn, titleKey } from './guide/heading-line.ts'
import { type InterviewParts, partsOf } from './guide/interview-parts.ts'
import { type Candidate, matchQuestions } from './guide/match-questions.ts'
import { putQuestions } from './guide/put-questions.ts'
import type { Guide } from './guide.ts'
import type { Interview } from './interview.ts'
import type { Recognised } from './recognised.ts'

export const LOW_CONFIDENCE = 0.6

/**
 * Where each question of a guide is asked in an interview, and what is answered. One answer for every question of the guide,
 * in its order. How: every sentence (with those after it) is compared with every question by the words that tell most; of all
 * places that are alike enough, those are chosen that together agree best, the guide's order counting; an answer is what
 * follows, up to what is put next.
 */
export function recogniseAnswers(interview: Interview, guide: Guide): Recognised {
  const { text, language } = interview
  const questions = soughtQuestions(guide, language)
  const alike = likenessTo(questions)
  const headings = headingsIn(text, new Set(guide.sections.map(({ title }) => titleKey(title)).filter(Boolean)))
  const { parts, places, best } = likeliestReading(interview, questions, alike)
  const puts = parts.marked ? [] : putQuestions({ text, utterances: parts.utterances, questions, headings }, places)
  const asked = parts.marked ? stretchesOfTurns(text, parts, places, headings) : stretchesBetween(text, puts, parts.beside, headings)
  const also = alsoAsked(text, questions, asked, alike, language)
  const followed = new Set(asked.map(({ place }) => place.question)).size / Math.max(questions.length, 1)
  const answers = questions.map(({ at, number }) => {
    const own = asked.filter(({ place }) => place.question === at)
    return answerTo(text, { number, asked: own, also: also[at], best: best[at]!, followed })
  })
  const first = parts.marked ? asked[0]?.asked.start : puts.find(({ kind }) => kind === 'guide' || kind === 'other')?.start
  return {
    answers,
    preamble: first === undefined || asked.length === 0 ? [] : findIntroduction(text, parts, first),
    beside: puts.filter(({ kind }) => kind !== 'guide' && kind !== 'addition').map(({ start, end }) => ({ start, end })),
    fit: questions.length === 0 ? 0 : answers.filter(({ status }) => status !== 'not_asked').length / questions.length,
  }
}

type Reading = { readonly parts: InterviewParts; readonly places: readonly Candidate[]; readonly best: readonly number[] }
/** So many who speak are tried as the interviewer, where nobody is known to be. */
const MOST_TRIED = 6

/** Where turns are marked but nobody is known to ask, the interviewer is whoever puts most of the guide's questions, at least two. */
function likeliestReading(interview: Interview, questions: readonly SoughtQuestion[], alike: LikenessOf): Reading {
  const endings = endingsOf(questions)
  const read = (asker?: string): Reading => {
    const parts = partsOf(interview, asker, endings)
    const { candidates, best } = matchQuestions(interview.text, parts.utterances, questions, alike, interview.language)
    return { parts, places: choosePlaces(afterIntroduction(interview.text, parts, candidates), questions.length), best }
  }
  const labels = interview.speakers.map(({ label }) => label)
  if (labels.length < 2 || labels.length > MOST_TRIED || interview.speakers.some(({ role }) => role === 'interviewer')) return read()
  const readings = labels.map(read).sort((a, b) => b.places.length - a.places.length)
  return readings[0]!.places.length >= 2 && readings[0]!.places.length > readings[1]!.places.length ? readings[0]! : read()
}
