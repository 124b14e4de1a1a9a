import { describe, expect, test } from 'vitest'
import { isInterrupted, onlyAsksBack, saysUnknown } from '../../src/domain/guide/status-of-answer.ts'
import { readGuide } from '../../src/domain/read-guide.ts'
import { LOW_CONFIDENCE, recogniseAnswers } from '../../src/domain/recognise-answers.ts'
import { compareAnswers, interviewWithTruth } from '../support/interview-with-truth.ts'

const guide = readGuide(`# Drift
- Samarbeider dere med naboene om driften? Hvis nei, hvorfor ikke?
- Hvilket belegg må dere ha for å gå i pluss?
- Hva ville dere gjort annerledes dersom dere startet på nytt?`)
const [first, second, last] = [
  'Samarbeider dere med naboene om driften? Hvis nei, hvorfor ikke? ⟦1|Ja, det gjør vi hele året. De har vært med siden starten.⟧',
  'Hvilket belegg må dere ha for å gå i pluss? ⟦2|Omtrent seksti prosent. Det varierer litt.⟧',
  'Hva ville dere gjort annerledes dersom dere startet på nytt? ⟦3|Det meste. Vi begynte i feil ende.⟧',
]
const expectTruth = (written: string) => {
  const { found, wanted } = compareAnswers(interviewWithTruth(written, { language: 'nb' }), guide)
  expect(found).toEqual(wanted)
}

describe('what stands between two questions is in no answer', () => {
  test.each([
    '2. Samarbeid og strategi',
    'Lønnsomhet',
    'Lønnsomhet:',
    'LØNNSOMHET',
    '2.1 Priser og belegg',
    'Del 2 – Økonomi',
    'Tema 3 - Økonomi',
    'II. Økonomi',
    'B) Økonomi',
    '## Økonomi',
    '**Økonomi**',
    'Spørsmål om økonomi:',
    'Til slutt noen spørsmål om økonomi:',
    'Nå går vi over til økonomi.',
    'Da går vi videre til det neste temaet, som er økonomien.',
  ])('%s', (heading) => {
    expectTruth(`${first}\n${heading}\n${second}\n${last}`)
    expectTruth([first, heading, second, last].join('\n').replaceAll(' ⟦', '\n⟦'))
  })
})

describe('what ends an interview ends its last answer', () => {
  test.each([
    'Annet: Vi har kaffe.',
    'Annet\nVi har kaffe.',
    'Annet informanten ville si\nVi har kaffe.',
    'Øvrig: Vi har kaffe.',
    'Andre innspill? Vi har kaffe.',
    'Avsluttende kommentarer: Vi har kaffe.',
    'Kommentar fra informanten: Vi har kaffe.',
    'Tilleggsinformasjon: Vi har kaffe.',
    'Noe å tilføye: Vi har kaffe.',
    'Noe mer å tilføye? Nei.',
    'Ellers noe? Nei, det var alt.',
    'Er det noe mer du vil legge til? Vi har kaffe.',
    'Er det noe mer dere vil legge til?\nNei.',
    'Til slutt, er det noe du ønsker å legge til? Vi har kaffe.',
    'Avslutning\nTakk for at du stilte opp.',
    'Takk for intervjuet!',
    'Tusen takk!',
  ])('%s', (end) => expectTruth(`${first}\n${second}\n${last}\n${end}`))

  test('with speakers marked, too', () => {
    const study = interviewWithTruth(`I: Hvilket belegg må dere ha for å gå i pluss?
R: ⟦2|Omtrent seksti prosent.⟧
I: Er det noe mer du vil legge til?
R: Vi har kaffe.`)
    expect(compareAnswers(study, guide).found[2]).toEqual(['Omtrent seksti prosent.'])
  })

  test('but an answer may go on with something else', () => {
    expectTruth(
      `${first.replace('⟧', '\nNoe av det viktigste er dette: vi hilser.\nNoe annet er at de måker.\nTakk og pris for det.⟧')}\n${second}\n${last}\nAnnet: Nei.`,
    )
  })
})

describe('questions inside a paragraph', () => {
  test("a short one to those who are spoken to is the interviewer's, and the answer goes on after it", () => {
    expectTruth(first.replace('⟧', '⟧ Hvor ofte møter dere dem? ⟦1|Hver torsdag.⟧'))
    expectTruth(first.replace('⟧', '⟧ Hvordan var det for deg? ⟦1|Helt greit.⟧'))
  })

  test("what is told that somebody asked is the informant's", () => {
    expectTruth(`${first.replace('⟧', ' Vi var i banken, og der spurte de: “Har dere noen gang vurdert å selge huset?” Det hadde vi ikke.⟧')}\n${second}`)
    expectTruth(`${first.replace('⟧', ' Hva tror dere skjedde? Ingenting. Hva gjør du når det snør? Du måker.⟧')}\n${second}`)
  })

  test('a word of the question that is taken up begins the answer, another asks for more', () => {
    expectTruth('Hvilket belegg må dere ha for å gå i pluss? ⟦2|Belegget? Det har vi aldri regnet på.⟧')
    expectTruth('Hvilket belegg må dere ha for å gå i pluss? Hvor mange plasser? ⟦2|Ti.⟧')
  })

  test('what a thesis asks, told before the interview, is not put, though it is like a question', () => {
    expectTruth(`Vi skriver en oppgave.\nVi spør: Hvilket belegg må de ha for å gå i pluss på små steder?\nVi trenger ditt samtykke.\n${first}\n${second}`)
    expectTruth(`Vi skriver en oppgave.\n“Hvilket belegg har de som går i pluss på små steder?”\nVi trenger ditt samtykke.\n${first}\n${second}`)
  })
})

describe('questions as they are set down', () => {
  test("a number or a dash before a question is the question's", () => {
    expectTruth(`1. ${first}\n\n2. ${second}\n\n3. ${last}`)
    expectTruth(`– ${first}\n– ${second}\n– ${last}`)
    expectTruth(`1. ${first.replace(' ⟦', '\n⟦')}\n2. ${second.replace(' ⟦', '\n⟦')}`)
  })

  test('questions that lost their marks are told from their answers by how the guide ends them', () => {
    const without = (words: string) => words.replaceAll('?', '')
    expectTruth([first, second, last].map(without).join('\n'))
  })

  test('what hangs on to a question is told from an answer that begins like it', () => {
    expectTruth('Hvilket belegg må dere ha for å gå i pluss? Eksempelvis halvt, fullt etc. ⟦2|Ja, fullt belegg.⟧')
    expectTruth('Hvilket belegg må dere ha for å gå i pluss? Gi gjerne eksempler. ⟦2|For eksempel et belegg på seksti.⟧')
    expectTruth('Hvilket belegg må dere ha for å gå i pluss? (sommer, vinter) ⟦2|(ler) Det spørs.⟧')
  })

  test('a nod before a question is no answer', () => {
    expectTruth(`${first}\nFint. ${second}\nJa, bra. ${last}`)
  })

  test('an addition in the last turn is in no answer', () => {
    const study = interviewWithTruth(`I: Hvilket belegg må dere ha for å gå i pluss?
R: ⟦2|Seksti.⟧
I: Hva ville dere gjort annerledes dersom dere startet på nytt?
R: ⟦3|Det meste.

Ja, det meste.⟧

Annet: Informanten sendte et bilde.`)
    const { found, wanted } = compareAnswers(study, guide)
    expect(found).toEqual(wanted)
  })
})

describe('what an answer says of itself', () => {
  test.each([
    'Det har jeg dessverre ikke oversikt over.',
    'Det husker jeg ikke.',
    'Det vet jag faktiskt inte. Fråga vaktmästaren, hon vet allt sådant där.',
    'Vet ikke. Vi fører ingen liste, og ingen har spurt oss om det før. Jeg kunne gjettet, men det blir bare gjetting.',
    'I honestly don’t know. You’d have to ask the younger ones.',
    'Det har jag ingen siffra på.',
    'Det er jeg litt usikker på. Kanskje.',
  ])('not known: %s', (words) => expect(saysUnknown([words])).toBe('nothing-else'))

  test.each([
    'Vi er usikre på markedet, og derfor venter vi til høsten med å åpne et hus til.',
    'De gikk fra ti til tjue på to år, men hvorfor det ble slik, det vet jeg ikke.',
    'Ja, alle husker det, og ingen kommer til å glemme det.',
    'Vi har ikke mange, men de vi har kommer hver dag og betaler det de skal. Hvem som kommer i morgen vet jeg ikke.',
  ])('known: %s', (words) => expect(saysUnknown([words])).toBe('no'))

  test('nothing but a question back is no answer, and somebody should look', () => {
    expect(['Hva mener du?', 'Hur menar du då?', 'Sorry? What do you mean by that?'].map((words) => onlyAsksBack([words]))).toEqual([true, true, true])
    expect(onlyAsksBack(['Hva mener du? Ja, vi har det.'])).toBe(false)
    const { answers } = recogniseAnswers(
      interviewWithTruth(`${first}\nHvilket belegg må dere ha for å gå i pluss? Hva mener du?\n${last}`, { language: 'nb' }).interview,
      guide,
    )
    expect(answers[1]).toMatchObject({ status: 'unanswered', spans: [] })
    expect(answers[1]!.confidence).toBeLessThan(LOW_CONFIDENCE)
  })

  test('an answer that the telephone took the place of should be looked at', () => {
    expect(isInterrupted(['Ja … vänta, nu ringer det. Hallå?'])).toBe(true)
    expect(isInterrupted(['Hang on, there is somebody at the door.'])).toBe(true)
    expect(isInterrupted(['Folk ringer på kvällarna, och vi väntar på dem.'])).toBe(false)
  })
})
