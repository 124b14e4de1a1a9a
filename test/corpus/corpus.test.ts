import { describe, expect, test } from 'vitest'
import { readGuide } from '../../src/domain/read-guide.ts'
import { overlap } from '../../src/domain/span.ts'
import { countWords } from '../../src/domain/word.ts'
import { placeOf, readCorpusFile, readCorpusInterviews, readCorpusRows } from '../../src/exchange/corpus.ts'

const interviews = readCorpusInterviews()
const codes = readCorpusRows('codebook.csv')
const questions = readGuide(readCorpusFile('guide.md')).sections.flatMap((section) => section.questions)

test('thirteen cases in the groups of the study', () => {
  const groups = readCorpusRows('cases.csv').map((row) => row['skr_group']!)
  expect(interviews).toHaveLength(13)
  expect(groups.sort()).toEqual(['A2', 'B4', 'B4', 'B5', 'B5', 'B5', 'C6', 'C6', 'C7', 'C7', 'C8', 'C9', 'C9'])
})

test('five themes, each with all that a codebook says and three to five codes below', () => {
  const themes = codes.filter((row) => !row['code']!.includes(' > '))
  expect(themes).toHaveLength(5)
  for (const row of codes) for (const field of ['definition', 'when_to_use', 'when_not', 'example']) expect(row[field], `${row['code']}: ${field}`).not.toBe('')
  for (const theme of themes) {
    const below = codes.filter((row) => row['code']!.startsWith(`${theme['code']} > `)).length
    expect(below).toBeGreaterThanOrEqual(3)
    expect(below).toBeLessThanOrEqual(5)
  }
  expect(questions.flatMap((question) => question.themes).every((theme) => codes.some((row) => row['code'] === theme))).toBe(true)
  for (const theme of themes)
    expect(
      questions.some((question) => question.themes.includes(theme['code']!)),
      theme['code'],
    ).toBe(true)
})

describe.each(interviews)('$name', ({ text, codings, answers }) => {
  const spans = codings.map((coding) => placeOf(text, coding)!)

  test('is a text of its length, as it will be stored', () => {
    expect(countWords(text)).toBeGreaterThanOrEqual(1500)
    expect(countWords(text)).toBeLessThanOrEqual(2500)
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toMatch(/\r|\uFEFF|\0|\n\n/)
  })

  test('is coded by two coders, overlapping, with codes of the codebook', () => {
    expect(codings.length).toBeGreaterThanOrEqual(25)
    expect(new Set(codings.map((coding) => coding.coder)).size).toBe(2)
    for (const coding of codings) {
      expect(
        codes.some((row) => row['code'] === coding.code),
        coding.code,
      ).toBe(true)
      expect(text.split(coding.begins), coding.begins).toHaveLength(2)
    }
    expect(spans.some((a, i) => spans.some((b, j) => i < j && overlap(a, b) && (a.start !== b.start || a.end !== b.end)))).toBe(true)
  })

  test('answers every question of the guide, or says why not', () => {
    expect([...new Set(answers.map((answer) => answer.question))].sort((a, b) => a - b)).toEqual(questions.map((question) => question.number))
    for (const answer of answers)
      expect(placeOf(text, answer) !== undefined, `${answer.question}`).toBe(answer.status === 'answered' || answer.status === 'dont_know')
  })
})

test('some disagree, some do not know, some were not asked, and one theme is absent from one case', () => {
  const pairs = interviews.flatMap(({ text, codings }) => codings.map((coding) => ({ ...coding, ...placeOf(text, coding)!, text })))
  const differing = pairs.some((a) =>
    pairs.some((b) => a.text === b.text && a.coder !== b.coder && a.code !== b.code && a.start === b.start && a.end === b.end),
  )
  expect(differing).toBe(true)
  const statuses = new Set(interviews.flatMap(({ answers }) => answers.map((answer) => answer.status)))
  expect([...statuses].sort()).toEqual(['answered', 'dont_know', 'not_asked', 'unanswered'])
  const absent = interviews.filter(({ codings }) => !codings.some((coding) => coding.code.startsWith('Samverkan mellan aktörer')))
  expect(absent.map(({ name }) => name)).toEqual(['Vinterå'])
})
