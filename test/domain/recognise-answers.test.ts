import { describe, expect, test } from 'vitest'
import { readGuide } from '../../src/domain/read-guide.ts'
import { LOW_CONFIDENCE, recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import {
  choir,
  choirGuide,
  ferry,
  ferryGuide,
  ferryStatuses,
  garden,
  gardenGuide,
  library,
  libraryGuide,
  libraryStatuses,
  schoolGuides,
  schoolInterviews,
} from '../support/guide-studies.ts'
import { compareAnswers, interviewWithTruth } from '../support/interview-with-truth.ts'

describe('answers begin after the question and end at the next', () => {
  for (const [name, study, guide] of [
    ['Swedish with I: and R:', library, libraryGuide],
    ['English with names', garden, gardenGuide],
    ['Norwegian with nobody marked', ferry, ferryGuide],
    ['Nynorsk with questions set bold', choir, choirGuide],
  ] as const)
    test(name, () => {
      const { found, wanted } = compareAnswers(study, guide)
      expect(found).toEqual(wanted)
    })

  test('every question has its status', () => {
    expect(statusesOf(library, libraryGuide)).toEqual(libraryStatuses)
    expect(statusesOf(ferry, ferryGuide)).toEqual(ferryStatuses)
    expect(statusesOf(garden, gardenGuide)).toMatchObject({ 4: 'dont_know', 5: 'not_asked' })
  })

  test('a question that was put again has two places and all that was answered', () => {
    const { recognised } = compareAnswers(library, libraryGuide)
    expect(recognised.answers[6]).toMatchObject({ number: 7, status: 'answered', asked: [{}, {}], spans: [{}, {}] })
  })
})

test('of several guides the one that was followed fits best', () => {
  for (const [group, interview] of Object.entries(schoolInterviews)) {
    const fits = Object.entries(schoolGuides).map(([name, guide]) => ({ name, fit: recogniseAnswers(interview.interview, guide).fit }))
    expect(fits.sort((a, b) => b.fit - a.fit)[0]).toEqual({ name: group, fit: 1 })
  }
})

test('what the interviewer says before the first question is the preamble, and in no answer', () => {
  for (const [{ interview }, guide] of [
    [ferry, ferryGuide],
    [library, libraryGuide],
  ] as const) {
    const { preamble, answers } = recogniseAnswers(interview, guide)
    const words = preamble.map(({ start, end }) => interview.text.slice(start, end)).join('\n')
    expect(words).toMatch(/samtykke|frivilligt/)
    expect(words).not.toMatch(/om deg selv|Det går fint/)
    for (const { spans } of answers) for (const { start } of spans) expect(preamble.every(({ end }) => start >= end)).toBe(true)
  }
})

test('headings and questions that the guide lacks are told apart where nobody is marked', () => {
  const { beside } = recogniseAnswers(ferry.interview, ferryGuide)
  const words = beside.map(({ start, end }) => ferry.interview.text.slice(start, end))
  expect(words).toEqual([
    '1. Samband og trafikk',
    'Vil du si noe om deg selv først?',
    'Hvordan opplever dere dialogen med fylket om rutetabellen?',
    '2. Næringsliv',
    '3. Fremtid',
  ])
})

test('spans are in the text, in order, and apart', () => {
  for (const [{ interview }, guide] of [
    [ferry, ferryGuide],
    [library, libraryGuide],
    [garden, gardenGuide],
  ] as const)
    for (const { spans } of recogniseAnswers(interview, guide).answers)
      for (const [at, { start, end }] of spans.entries()) {
        const words = interview.text.slice(start, end)
        expect(words).toBe(words.trim())
        expect(words.length).toBeGreaterThan(0)
        if (at > 0) expect(start).toBeGreaterThanOrEqual(spans[at - 1]!.end)
      }
})

describe('what is hard', () => {
  const strategies = readGuide(
    '## Bolig\n1. Har dere en boligplan?\n2. Hvis ja, hva inneholder den?\n## Klima\n3. Har dere en klimaplan?\n4. Hvis ja, hva inneholder den?',
  )

  test('two questions with the same words are told by the order', () => {
    const study = interviewWithTruth(
      `Har dere en boligplan? ⟦1|Ja, fra i fjor.⟧
Hvis ja, hva inneholder den? ⟦2|Mest tomter.⟧
Har dere en klimaplan? ⟦3|Ja, den også.⟧
Hvis ja, hva inneholder den? ⟦4|Sykler.⟧`,
      { language: 'nb' },
    )
    const { found, wanted } = compareAnswers(study, strategies)
    expect(found).toEqual(wanted)
  })

  test('a conditional question that was not put is not asked', () => {
    const study = interviewWithTruth('Har dere en boligplan? ⟦1|Nei.⟧\nHar dere en klimaplan? ⟦3|Ja.⟧\nHvis ja, hva inneholder den? ⟦4|Sykler.⟧', {
      language: 'nb',
    })
    expect(statusesOf(study, strategies)).toEqual({ 1: 'answered', 2: 'not_asked', 3: 'answered', 4: 'answered' })
  })

  test('two questions put as one share the answer, which somebody should look at', () => {
    const guide = readGuide('1. Hur många anställda har föreningen?\n2. Vilka inkomster har föreningen?\n3. Vem sköter hemsidan?')
    const study = interviewWithTruth(
      'I: Hur många anställda och vilka inkomster har föreningen?\nR: ⟦1,2|Två anställda, och inkomsterna är medlemsavgifter.⟧\nI: Vem sköter hemsidan?\nR: ⟦3|Jag.⟧',
    )
    const { recognised, found, wanted } = compareAnswers(study, guide)
    expect(found).toEqual(wanted)
    expect(Math.min(...recognised.answers.map(({ confidence }) => confidence))).toBeLessThan(LOW_CONFIDENCE)
  })

  test('a question in several sentences is found where only the last is put', () => {
    const study = interviewWithTruth('Gir dere slik støtte i dag? ⟦4|Nei, aldri.⟧\nHar dere samarbeidet med rederiet om nye ruter? ⟦7|Ja.⟧', { language: 'nb' })
    expect(compareAnswers(study, ferryGuide).found).toMatchObject({ 4: ['Nei, aldri.'], 7: ['Ja.'] })
  })

  test('a question torn by lines and a page, and one whose question mark was lost', () => {
    const study = interviewWithTruth(
      `Ser dere at yngre familier velger bort øya på grunn

av rutetidene? ⟦5|Ja, hvert år.⟧
Har dere samarbeidet med rederiet om nye ruter ⟦7|Nei, de svarer ikke.⟧`,
      { language: 'nb' },
    )
    expect(compareAnswers(study, ferryGuide).found).toMatchObject({ 5: ['Ja, hvert år.'], 7: ['Nei, de svarer ikke.'] })
  })

  test('numbered lines in an answer are a list, a numbered title ends it', () => {
    const study = interviewWithTruth(
      `Hva kjennetegner de reisende? ⟦3|Tre slag:
1. Pendlere
2. Turister
3. Skoleungdom⟧
2. Næringsliv
Har dere samarbeidet med rederiet om nye ruter? ⟦7|Ja.⟧`,
      { language: 'nb' },
    )
    const { found, wanted } = compareAnswers(study, ferryGuide)
    expect(found).toEqual(wanted)
  })

  test("an answer that takes up the question's words is not the question again", () => {
    const study = interviewWithTruth(
      `Ser dere at yngre familier velger bort øya på grunn av rutetidene? ⟦5|Vi ser at yngre familier velger bort øya på grunn av prisene, ikke rutetidene.⟧
Har dere samarbeidet med rederiet om nye ruter? ⟦7|Vi har samarbeidet med rederiet om nye ruter.⟧`,
      { language: 'nb' },
    )
    const { found, wanted } = compareAnswers(study, ferryGuide)
    expect(found).toEqual(wanted)
  })

  test('what the informant asks back is said by the informant; what the interviewer adds is not', () => {
    const study = interviewWithTruth(
      `Har dere samarbeidet med rederiet om nye ruter? Eller vurdert det? ⟦7|Mener du de siste årene? Nei.⟧
Hva tenker dere om en fast forbindelse? ⟦8|Mener dere brua? Den kommer ikke.⟧`,
      { language: 'nb' },
    )
    const { found, wanted } = compareAnswers(study, ferryGuide)
    expect(found).toEqual(wanted)
  })

  test("a statement that opens a paragraph and leads to a question is the interviewer's, whether the guide has the question or not", () => {
    const study = interviewWithTruth(
      `Hva tenker dere om en fast forbindelse? ⟦8|Den kommer aldri.

Og det er like greit.⟧
Kapteinene blir eldre for hvert år. Hvem regner du med at skal føre båtene da? Se over.
Mange øyer har fått kortere rutetider. Har du inntrykk av at dere har samarbeidet med rederiet om nye ruter? ⟦7|Ja.⟧`,
      { language: 'nb' },
    )
    const { found, wanted } = compareAnswers(study, ferryGuide)
    expect(found).toEqual(wanted)
  })

  test('a heading and a time between turns are in no answer', () => {
    const study = interviewWithTruth(`I: Vilken roll har du på biblioteket?
R: [00:01:12] ⟦1|Vaktmästare.⟧

2. Framtid

I: Finns det en plan för meröppet?
R: ⟦8|Ja, från hösten.⟧`)
    const { found, wanted } = compareAnswers(study, libraryGuide)
    expect(found).toEqual(wanted)
  })

  test('who asks is found by the guide where the labels do not tell', () => {
    const { recognised } = compareAnswers(garden, gardenGuide)
    expect(garden.interview.speakers.map(({ role }) => role)).not.toContain('interviewer')
    expect(recognised.preamble.map(({ start, end }) => garden.interview.text.slice(start, end))).toEqual([
      'Thanks for meeting me. As I wrote, this is being recorded and you can withdraw at any time.',
    ])
  })

  test('a long "I do not know" with more to it is an answer that somebody should look at', () => {
    const more =
      'Jeg vet ikke. Men pendlerne er først og fremst lærere, sykepleiere og folk fra verftet, og de reiser med den første avgangen hver eneste morgen hele året, også når det blåser så kraftig at ferga egentlig skulle ligge.'
    const study = interviewWithTruth(`Hva kjennetegner de reisende? ⟦3|${more}⟧`, { language: 'nb' })
    const [, , answer] = recogniseAnswers(study.interview, ferryGuide).answers
    expect(answer).toMatchObject({ status: 'answered' })
    expect(answer!.confidence).toBeLessThan(LOW_CONFIDENCE)
  })

  test('an empty text, a guide of one question, a guide of none, and a text of only questions', () => {
    const one = readGuide('1. Har dere en boligplan?')
    expect(statusesOf(interviewWithTruth(' '), one)).toEqual({ 1: 'not_asked' })
    expect(statusesOf(interviewWithTruth('Har dere en boligplan? Ja.', { language: 'nb' }), one)).toEqual({ 1: 'answered' })
    expect(recogniseAnswers(ferry.interview, { name: '', sections: [] })).toMatchObject({ answers: [], fit: 0 })
    const bare = interviewWithTruth('Har dere en boligplan?\n\nHvis ja, hva inneholder den?\n\nHar dere en klimaplan?', { language: 'nb' })
    expect(statusesOf(bare, strategies)).toEqual({ 1: 'unanswered', 2: 'unanswered', 3: 'unanswered', 4: 'not_asked' })
  })
})

test('forty questions in twenty thousand words take little time', () => {
  const questions = Array.from({ length: 40 }, (_, at) => `${at + 1}. Hvordan opplever dere ordning${at} og tiltak${at * 7} i kommunen nå for tiden?`)
  const guide = readGuide(questions.join('\n'))
  const filler = 'Vi har brukt mye tid på ordninger og tiltak i kommunen, og dere vet hvordan det går når folk vil noe helt annet enn planen sier. '
  const text = questions.map((question) => `${question.replace(/^\d+\. /, '')} ${filler.repeat(20)}`).join('\n')
  const interview = { text, language: 'nb' as const, speakers: [], spans: [] }
  recogniseAnswers(interview, guide)
  const before = process.cpuUsage()
  expect(recogniseAnswers(interview, guide).fit).toBe(1)
  const { user } = process.cpuUsage(before)
  expect(user / 1000).toBeLessThan(1500)
})

function statusesOf({ interview }: Parameters<typeof compareAnswers>[0], guide: Parameters<typeof compareAnswers>[1]): Record<number, string> {
  return Object.fromEntries(recogniseAnswers(interview, guide).answers.map(({ number, status }) => [number, status]))
}
