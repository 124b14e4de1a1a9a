import { expect, test } from 'vitest'
import { questionsOf } from '../../src/domain/guide.ts'
import { proposeGuide } from '../../src/domain/propose-guide.ts'
import { recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import { interviewWithTruth } from '../support/interview-with-truth.ts'

const towns = [
  ['Skarvøy', 'Ja, siden i fjor.', 'Været. Hvem kan vel styre det? Ingen.'],
  ['Lomvik', 'Nei.', 'Penger.'],
  ['Terneneset', 'Den er på høring.', 'At folk flytter.'],
].map(
  ([town, plan, worst], at) =>
    interviewWithTruth(
      `Intervju ${at + 1}: Havnesjef i ${town}

1. Planer
Har dere en plan for havna i ${town}? Hvis nei, hvorfor ikke? ${plan}
${at === 1 ? 'Hvor mange båter ligger her om vinteren? Elleve.\n' : ''}2. Drift
Hva er det ${at === 0 ? 'aller ' : ''}vanskeligste ved å drive ${at === 2 ? 'en' : 'ei'} havn? ${worst}
Vi har sett at noen havner leier ut boder. Leier dere ut boder til fiskere? Ja, tre.`,
      { language: 'nb' },
    ).interview,
)

test('questions that recur, in their order, under the headings that recur, with names as slots', () => {
  const guide = proposeGuide(towns, 'Havner')
  expect(guide.name).toBe('Havner')
  expect(guide.sections.map(({ title, questions }) => [title, questions.map(({ number, text }) => `${number} ${text}`)])).toEqual([
    ['Planer', ['1 Har dere en plan for havna i […]? Hvis nei, hvorfor ikke?']],
    ['Drift', ['2 Hva er det vanskeligste ved å drive ei havn?', '3 Vi har sett at noen havner leier ut boder. Leier dere ut boder til fiskere?']],
  ])
})

test('a proposed guide is followed by the interviews that it was made of', () => {
  const guide = proposeGuide(towns, 'Havner')
  for (const interview of towns) expect(recogniseAnswers(interview, guide)).toMatchObject({ fit: 1 })
})

test('speakers marked: what informants ask, probes and formalities are no questions of a guide', () => {
  const talk = (name: string) =>
    interviewWithTruth(`I: Är det okej att jag spelar in det här?
R: Varför skulle det inte vara det här samtalet värt?
I: Vad minns du bäst av åren på ${name}?
R: Ljuset.
I: Hur då?
R: Det kom in från sjön.`).interview
  expect(questionsOf(proposeGuide([talk('Fyrskär'), talk('Norrgrund')], '')).map(({ text }) => text)).toEqual(['Vad minns du bäst av åren på […]?'])
})

test('nothing is proposed where nothing recurs', () => {
  expect(proposeGuide([], 'Tom')).toEqual({ name: 'Tom', sections: [] })
  expect(proposeGuide([towns[0]!], 'En').sections).toEqual([])
})
