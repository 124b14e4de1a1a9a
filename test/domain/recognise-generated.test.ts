import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGuide } from '../../src/domain/read-guide.ts'
import { recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import { boundaryScore, type InterviewWithTruth, interviewWithTruth } from '../support/interview-with-truth.ts'

/** Interviews put together at random, from a guide's questions as different interviewers put them and answers of every manner. All invented. */
const asked: readonly (readonly string[])[] = [
  [
    'Hvor lenge har du drevet hyttefeltet?',
    'Hvor lenge er det du har drevet hyttefeltet i Lomdalen?',
    'Hvor mange år har dere drevet dette hyttefeltet?',
    'Først: hvor lenge har De drevet feltet med hytter?',
  ],
  [
    'Hvilke gjester kommer om vinteren? (familier/grupper)',
    'Hvilke gjester kommer hit om vinteren? (grupper)',
    'Hva slags gjester kommer til dere om vinteren?',
    'Om vinteren, hvilke gjester kommer da?',
  ],
  [
    'Har dere en avtale med kommunen om brøyting? Hvis nei, hvorfor ikke?',
    'Har dere avtale med kommunen om brøytingen? Hvis nei, hvorfor ikke?',
    'Har Lomdalen en avtale om brøyting med kommunen?',
    'Har du en avtale om brøyting? Hvis nei, hvorfor har du ikke det?',
  ],
  ['Hvis ja, hva koster avtalen i året?', 'Hvis ja, hva koster avtalen per år?', 'Hva koster den avtalen i året? Utdyp gjerne.', 'Hva koster en slik avtale?'],
  [
    'Vi har lest at andre felt har bygd eget vannverk. Planlegger dere noe lignende?',
    'Vi har lest at flere felt har bygd sitt eget vannverk. Planlegger dere noe lignende her?',
    'Planlegger dere et eget vannverk, slik andre felt har bygd?',
    'Vi har lest at andre hyttefelt har bygd eget vannverk. Planlegger du noe lignende?',
  ],
  [
    'Hva tenker dere om at strømmen er blitt dyrere?',
    'Hva tenker du om at strømmen har blitt dyrere?',
    'Hva tenker dere om den dyre strømmen?',
    'Strømmen er blitt dyrere, hva tenker dere om det?',
  ],
  [
    'Tror du at yngre familier vil overta hyttene etter foreldrene sine?',
    'Tror du yngre familier overtar hyttene etter foreldrene?',
    'Tror dere at de yngre familiene vil overta hytter etter foreldre?',
    'Vil yngre familier overta hyttene etter foreldrene sine, tror du?',
  ],
  [
    'Hvordan samarbeider dere med grunneierne?',
    'Hvordan er samarbeidet med grunneierne?',
    'Hvordan samarbeider du med grunneierne i Lomdalen?',
    'På hvilken måte samarbeider dere med grunneiere?',
  ],
]
const guide = readGuide(`# Drift\n${asked.map(([words]) => `- ${words}`).join('\n')}`)

const answers = [
  'Ja.',
  'Nei, det har vi aldri gjort. Det måtte i så fall være før min tid.',
  'Siden snøvinteren. Hvem husker ikke den? Vi grov oss ut gjennom taket.',
  'Det kommer an på været, og på hvem som spør. Min far sa alltid: “Hvorfor haste når det kan gå sakte?” Slik er det ennå.',
  'Mest folk fra byen.\nDe kommer sent på fredag og reiser tidlig på søndag. På lørdag sover de.',
  'Det er tre ting:\n- ro\n- ski\n- kaffe',
  'Vi har hatt møter om det, bl.a. i fjor høst. Ca. 30 personer kom, dvs. nesten alle.',
  'Omtrent som alle andre. Skal vi være ærlige? Det går rundt.',
]
const others = [
  'Vil du si noe om deg selv først?',
  'Hvilken sitteplass har dere ved peisen når det stormer ute?',
  'Hvordan opplever du naboene på andre siden av elva?',
]
const said = fc.record({
  question: fc.nat(asked.length - 1),
  wording: fc.nat(3),
  answer: fc.option(fc.nat(answers.length - 1), { freq: 12 }),
  other: fc.option(fc.nat(2), { freq: 1, nil: undefined }),
})
const interview = fc.record({
  parts: fc.uniqueArray(said, { selector: ({ question }) => question, minLength: 5, maxLength: asked.length }),
  inOrder: fc.boolean(),
  marked: fc.boolean(),
  headed: fc.boolean(),
})

test('begins and ends of answers are found in nine of ten cases and more, however the questions are put', () => {
  const pairs = fc.sample(interview, { seed: 1834, numRuns: 150 }).flatMap((plan) => {
    const study = written(plan)
    return recogniseAnswers(study.interview, guide).answers.map(({ number, spans }) => ({ found: spans, truth: study.truth.get(number) ?? [] }))
  })
  const { precision, recall, f1 } = boundaryScore(pairs)
  expect({ precision, recall, good: f1 >= 0.95 }).toMatchObject({ good: true })
})

test('statuses of what was put, was put and not answered, and was not put', () => {
  let [right, all] = [0, 0]
  for (const plan of fc.sample(interview, { seed: 77, numRuns: 100 })) {
    const statuses = new Map(plan.parts.map(({ question, answer }) => [question + 1, answer === null ? 'unanswered' : 'answered']))
    for (const { number, status } of recogniseAnswers(written(plan).interview, guide).answers) {
      all++
      if (status === (statuses.get(number) ?? 'not_asked')) right++
    }
  }
  expect(right / all).toBeGreaterThan(0.95)
})

type Plan = {
  parts: { question: number; wording: number; answer: number | null; other: number | undefined }[]
  inOrder: boolean
  marked: boolean
  headed: boolean
}

function written({ parts, inOrder, marked, headed }: Plan): InterviewWithTruth {
  const ordered = inOrder ? [...parts].sort((a, b) => a.question - b.question) : parts
  const lines = ordered.flatMap(({ question, wording, answer, other }, at) => {
    const words = asked[question]![wording]!
    const reply = answer === null ? '' : `⟦${question + 1}|${answers[answer]!}⟧`
    const heading = headed && at > 0 && at % 3 === 0 && !marked ? [`${at / 3 + 1}. Del om drift`] : []
    const beside = other === undefined || marked ? [] : [`${others[other]!} Det vil jeg helst ikke snakke så mye om her.`]
    return [...heading, ...(marked ? [`I: ${words}`, ...(reply ? [`R: ${reply}`] : ['R: …'])] : [`${words} ${reply}`]), ...beside]
  })
  return interviewWithTruth(lines.join('\n'), { language: 'nb' })
}
