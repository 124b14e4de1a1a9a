import { expect, test } from 'vitest'
import type { Guide } from '../../src/domain/guide.ts'
import type { Interview } from '../../src/domain/interview.ts'
import { readGuide } from '../../src/domain/read-guide.ts'
import { recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import { recogniseTurns } from '../../src/domain/recognise-turns.ts'
import { placeOf, readCorpusFile, readCorpusInterviews } from '../../src/exchange/corpus.ts'

/**
 * The demo study is talk: its interviewers put hardly a question word for word. What people said counts as an answer there is
 * narrower than what follows a question (small talk is left out), so that only where answers begin, and what was asked, is held.
 */
const guide = readGuide(readCorpusFile('guide.md'))
const corpus = readCorpusInterviews().map(({ name, text, answers }) => ({ name, text, answers, interview: asInterview(text) }))

test('hardly a question that was asked is missed, and none is believed that was not', () => {
  const { right, found, asked } = countAsked(({ interview }) => recogniseAnswers(interview, guide))
  expect(right / asked).toBeGreaterThan(0.95)
  expect(right / found).toBeGreaterThan(0.99)
})

test('where people say that an answer begins, one was found to begin', () => {
  let [right, all] = [0, 0]
  for (const { text, answers, interview } of corpus) {
    const begins = new Set(recogniseAnswers(interview, guide).answers.flatMap(({ number, spans }) => spans.map(({ start }) => `${number} ${start}`)))
    for (const answer of answers) {
      const place = placeOf(text, answer)
      if (!place) continue
      all++
      if (begins.has(`${answer.question} ${place.start}`)) right++
    }
  }
  expect(right / all).toBeGreaterThan(0.9)
})

test('questions that the guide has in another order are found too', () => {
  const turned: Guide = { name: '', sections: [{ title: '', questions: guide.sections.flatMap(({ questions }) => questions).reverse() }] }
  const { right, found, asked } = countAsked(({ interview }) => recogniseAnswers(interview, turned))
  expect(right / asked).toBeGreaterThan(0.8)
  expect(right / found).toBeGreaterThan(0.98)
})

test('where the labels do not tell who asks, the guide does', () => {
  const named = corpus.map((one) => {
    const text = one.text.replace(/^(?:Intervjuare|I):/gm, 'Vera:').replace(/^(?:Informant|R):/gm, 'Tore:')
    return { ...one, interview: { ...asInterview(text), speakers: ['Vera', 'Tore'].map((label) => ({ label, role: 'informant' as const })) } }
  })
  const { right, found, asked } = countAsked(({ interview }) => recogniseAnswers(interview, guide), named)
  expect(right / asked).toBeGreaterThan(0.95)
  expect(right / found).toBeGreaterThan(0.99)
})

test('a guide about something else fits none of the interviews, and little of it is believed', () => {
  const other = readGuide(
    '1. Hur upplever ni skolmaten?\n2. Vad vill ni ändra i matsalen?\n3. Vilka lagar maten?\n4. Hur ofta serveras fisk?\n5. Hinner eleverna äta?\n6. Vem diskar?',
  )
  for (const { interview } of corpus) {
    const { fit, answers } = recogniseAnswers(interview, other)
    expect(fit).toBeLessThan(0.34)
    for (const { status, confidence } of answers) if (status !== 'not_asked') expect(confidence).toBeLessThan(0.6)
  }
})

test('an answer is never what the interviewer says', () => {
  for (const { interview } of corpus) {
    const asking = new Set(interview.speakers.filter(({ role }) => role === 'interviewer').map(({ label }) => label))
    const turns = interview.spans.filter(({ kind, speaker }) => kind === 'turn' && asking.has(speaker!))
    const { answers, preamble } = recogniseAnswers(interview, guide)
    for (const { spans } of answers)
      for (const span of spans) expect([...turns, ...preamble].some(({ start, end }) => span.start < end && start < span.end)).toBe(false)
  }
})

function asInterview(text: string): Interview {
  const { speakers, spans } = recogniseTurns(text)
  return { text, language: 'sv', speakers, spans }
}

function countAsked(
  recognise: (one: (typeof corpus)[number]) => ReturnType<typeof recogniseAnswers>,
  interviews = corpus,
): { right: number; found: number; asked: number } {
  let [right, found, asked] = [0, 0, 0]
  for (const one of interviews)
    for (const { number, status } of recognise(one).answers) {
      const wasAsked = one.answers.find(({ question }) => question === number)!.status !== 'not_asked'
      if (wasAsked) asked++
      if (status !== 'not_asked') found++
      if (wasAsked && status !== 'not_asked') right++
    }
  return { right, found, asked }
}
