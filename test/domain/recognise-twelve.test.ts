import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/domain/guide.ts'
import { proposeGuide } from '../../src/domain/propose-guide.ts'
import { recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import { boundaryScore } from '../support/interview-with-truth.ts'
import { compare, guideOf, readFromPages, type Study, studyOf } from '../support/recognition.ts'

/** Twelve invented interviews of some nine hundred words each, whose interviewers alter their guides; what is true stands in their files. */
const studies = (language: 'nb' | 'sv' | 'en', count: number) => Array.from({ length: count }, (_, at) => studyOf(`${language}-${at + 1}`))
const [nb, sv, en] = [studies('nb', 6), studies('sv', 3), studies('en', 3)]
const pages = readFromPages(nb)

describe('where answers begin and end, and what became of each question', () => {
  for (const [name, read, language] of [
    ['Norwegian with nobody marked', nb, 'nb'],
    ['the same in one file that pages damaged', pages, 'nb'],
    ['Swedish with I: and R:', sv, 'sv'],
    ['English with names', en, 'en'],
  ] as const)
    test(name, () => {
      const all = read.flatMap((study: Study) => compare(study, guideOf(language)))
      const { f1 } = boundaryScore(all)
      const wrong = all.filter(({ status, wanted }) => status !== wanted).map(({ name: which, status, wanted }) => `${which}: ${status}, not ${wanted}`)
      expect({ wrong, good: f1 >= 0.95 && wrong.length <= all.length * 0.05, f1 }).toMatchObject({ good: true })
    })
})

test('six interviews of one file that pages damaged are told by their headings', () => {
  expect(pages.map(({ interview }) => interview.text.split('\n')[0]!.split(':')[0])).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Intervju B${number}`))
})

test('the guide that Norwegian interviews followed is proposed from them, word for word', () => {
  const proposed = proposeGuide(
    pages.map(({ interview }) => interview),
    '',
  )
  const plain = (words: string) => words.replace(/\[[^\]]+\]/g, '[…]')
  expect(proposed.sections.map(({ title, questions }) => [title, questions.map(({ text }) => text)])).toEqual(
    guideOf('nb').sections.map(({ title, questions }) => [title, questions.map(({ text }) => plain(text))]),
  )
})

test('where every interviewer says it differently, most of the guide is proposed, and the interviews follow what is', () => {
  for (const [read, language] of [
    [sv, 'sv'],
    [en, 'en'],
  ] as const) {
    const proposed = proposeGuide(
      read.map(({ interview }) => interview),
      '',
    )
    expect(questionsOf(proposed).length).toBeGreaterThanOrEqual(questionsOf(guideOf(language)).length - 2)
    expect(questionsOf(proposed).length).toBeLessThanOrEqual(questionsOf(guideOf(language)).length)
    for (const { interview } of read) expect(recogniseAnswers(interview, proposed).fit).toBeGreaterThan(0.8)
  }
})
