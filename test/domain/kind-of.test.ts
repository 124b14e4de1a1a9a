import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOf } from '../../src/domain/kind-of.ts'
import type { Mark } from '../../src/domain/mark.ts'
import { questionSpans } from '../../src/domain/question-marks.ts'
import type { RawText } from '../../src/domain/raw-text.ts'
import { asGuessed } from '../../src/domain/read-options.ts'
import { fitsWithin } from '../../src/domain/span.ts'
import { understand } from '../../src/domain/understand.ts'

const raw = (text: string, marks: Mark[] = []): RawText => ({ text, layout: 'paragraphs', marks, repairs: [], losses: [], warnings: [] })
const understood = (name: string, text: string, marks: Mark[] = []) =>
  understand(raw(text, marks), { name, otherwise: 'sv', options: asGuessed, evidence: () => 0 })[0]!
const asked = (text: string, marks: Mark[]) => questionSpans(text, marks, { spans: [] }).map(({ start, end }) => text.slice(start, end))
/** Marks over these words, each at its first place. */
const over = (kind: 'bold' | 'italic', text: string, ...words: string[]): Mark[] =>
  words.map((one) => ({ kind, start: text.indexOf(one), end: text.indexOf(one) + one.length }))

test.each([
  ['Fokusgrupp Alvik', 'focus group'],
  ['focus group 2', 'focus group'],
  ['Workshop i Berg', 'workshop'],
  ['Observasjon skole', 'observation'],
  ['Fältanteckningar maj', 'observation'],
  ['Spørreundersøkelse', 'survey'],
  ['Enkät om buss', 'survey'],
  ['Intervju om årsrapporten', 'interview'],
  ['Slutrapport', 'report'],
  ['Alvik', 'interview'],
])('%s is a %s', (title, kind) => {
  expect(kindOf(title, { text: 'Ord.', marks: [], speakers: [], spans: [] })).toBe(kind)
})

test('the first line tells where the name does not; many informants are a group', () => {
  expect(understood('alvik.docx', 'Workshop i Alvik, 12 maj\nVi talade om lokaler.').kind).toBe('workshop')
  const three = ['A', 'B', 'C'].map((name) => `Deltagare ${name}: Hej.`).join('\n')
  expect(understood('alvik.txt', three).kind).toBe('focus group')
  expect(understood('alvik.txt', 'I: Vad tyckte du om workshopen?\nR: Bra.').kind).toBe('interview')
})

test('long with headings, where nobody speaks and nobody asks, is a report', () => {
  const body = 'Kommunen har under året arbetat med frågan på flera sätt. '.repeat(60)
  const text = ['1 Inledning', body, '2 Metod', body, '2.1 Urval', body, '3 Resultat', body].join('\n')
  expect(understood('alvik.docx', text).kind).toBe('report')
  expect(understood('alvik.docx', text.slice(0, 800)).kind).toBe('interview')
})

test('questions set in bold are told from their answers, whole paragraphs and beginnings of them', () => {
  const text =
    'Möte i Alvik\nHur är det med lokaler?\nDet finns några tomma.\nVem driver frågan? Ingen, tror jag.\nBeskriv behovet.\nDet är stort, och det växer för varje år som går.\nEn viktig sak är tiden.'
  const marks = over('bold', text, 'Hur är det med ', 'lokaler?', 'Vem driver frågan?', 'Beskriv behovet.', 'viktig')
  expect(asked(text, marks)).toEqual(['Hur är det med lokaler?', 'Vem driver frågan?', 'Beskriv behovet.'])
  expect(asked(text, over('italic', text, 'Hur är det med lokaler?', 'Vem driver frågan?', 'Beskriv behovet.'))).toHaveLength(3)
  expect(asked(text, over('bold', text, 'Hur är det med lokaler?', 'Vem driver frågan?'))).toEqual([])
  expect(asked(text, over('bold', text, text))).toEqual([])
  expect(questionSpans(text, marks, { spans: [{ kind: 'turn', start: 0, end: 4, speaker: 'A' }] })).toEqual([])
})

test('headings in bold are no questions', () => {
  const text = 'Lokaler\nFinns.\nTider\nI höst.\nBehov\nStort.'
  expect(asked(text, over('bold', text, 'Lokaler', 'Tider', 'Behov'))).toEqual([])
})

test('question spans fit the text, in order, whatever is marked', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Hur ', '?', '\n', ' ', '😴', '.', 'Vad är det? '), maxLength: 40 })
  const mark = fc.record({ kind: fc.constantFrom('bold', 'italic'), start: fc.nat(60), end: fc.nat(60) })
  fc.assert(
    fc.property(text, fc.array(mark, { maxLength: 8 }), (words, some) => {
      const marks = some.filter((one) => one.start < one.end && one.end <= words.length) as Mark[]
      const spans = questionSpans(words, marks, { spans: [] })
      for (const [at, span] of spans.entries()) {
        expect(fitsWithin(words, span) && span.start < span.end).toBe(true)
        if (at > 0) expect(span.start).toBeGreaterThanOrEqual(spans[at - 1]!.end)
      }
    }),
  )
})

test('the points of an observation are questions; facts are not', () => {
  const text =
    'Datum: 12 maj\nSkyltar vid infarten: ja, två\nCykelställ: nej\n3. Finns belysning? Delvis\n4. Öppettider – syns inte\n5. Toalett\nJa, vid entrén.'
  const { kind, spans } = understood('Observation torget.txt', text)
  expect([kind, spans.map(({ start, end }) => text.slice(start, end))]).toEqual([
    'observation',
    ['Skyltar vid infarten:', 'Cykelställ:', '3. Finns belysning?', '4. Öppettider', '5. Toalett'],
  ])
})

test('a protocol that is ticked off is one whatever it is called, an interview is not', () => {
  const ticked = ['Skyltar', 'Cykelställ', 'Belysning', 'Bänkar', 'Träd', 'Affär'].map((point, at) => `${point}: ${at % 2 ? 'nej' : 'ja, ett par'}`).join('\n')
  expect(understood('torget.txt', ticked)).toMatchObject({ kind: 'observation', spans: { length: 6 } })
  expect(understood('torget.txt', 'I: Trivs du?\nR: Ja.\nI: Bra?\nR: Ja.\nI: Och sen?\nR: Nej.').spans.some((span) => span.kind === 'question')).toBe(false)
})
