import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countTurns } from '../../src/domain/read-source.ts'
import { recogniseTurns } from '../../src/domain/recognise-turns.ts'
import { fitsWithin } from '../../src/domain/span.ts'

const whoSpeaks = (text: string) =>
  recogniseTurns(text)
    .spans.filter((span) => span.kind === 'turn')
    .map((span) => [span.speaker, text.slice(span.start, span.end)])
const rolesIn = (text: string) => Object.fromEntries(recogniseTurns(text).speakers.map(({ label, role }) => [label, role]))
const wordsOf = (kind: string, text: string) =>
  recogniseTurns(text)
    .spans.filter((span) => span.kind === kind)
    .map((span) => text.slice(span.start, span.end))

test.each([
  ['letters', 'I: Hej?\nR: Hej.', ['I', 'R']],
  ['letters without a space', 'I:Hej?\nR:Hej.', ['I', 'R']],
  ['words', 'Intervjuare: Hej?\nInformant 3: Hej.', ['Intervjuare', 'Informant 3']],
  ['Norwegian', 'Intervjuer: Hei?\nInformant: Hei.', ['Intervjuer', 'Informant']],
  ['names', 'Anna Berg: Hej?\nBo: Hej.\nAnna Berg: Jaså?\nBo: Ja.', ['Anna Berg', 'Bo', 'Anna Berg', 'Bo']],
  ['bold', '**Anna:** Hej?\n**Bo:** Hej.\n**Anna:** Jaså?\n**Bo**: Ja.', ['Anna', 'Bo', 'Anna', 'Bo']],
  ['brackets', '[Anna] Hej?\n[Bo] Hej.\n[Anna] Jaså?\n[Bo] Ja.', ['Anna', 'Bo', 'Anna', 'Bo']],
  ['bracketed numbers', '[id1] Hej.\n[id2] Hej.\n[id1] Jo.\n[id2] Ja.', ['id1', 'id2', 'id1', 'id2']],
  ['hashes', '#Anna\nHej?\n#Bo\nHej.\n#Anna\nJaså?\n#Bo\nJa.', ['Anna', 'Bo', 'Anna', 'Bo']],
  ['times before', '[00:12:34] I: Hej?\n#00:12:40-5# R: Hej.\n00:13 I: Jaså?\n(13.10) R: Ja.', ['I', 'R', 'I', 'R']],
  ['times after', 'I [00:12]: Hej?\nR: (12.34) Hej.', ['I', 'R']],
  ['a meeting program', 'Anna Berg   0:03\nHej?\nBo Ek   0:07\nHej.\nAnna Berg   0:10\nJaså?\nBo Ek   0:12\nJa.', ['Anna Berg', 'Bo Ek', 'Anna Berg', 'Bo Ek']],
  ['cells of a table', 'Anna\tHej?\nBo\tHej.\nAnna\tJaså?\nBo\tJa.\nAnna\tOj.\nBo\tJo.', ['Anna', 'Bo', 'Anna', 'Bo', 'Anna', 'Bo']],
  ['capitals differ', 'INTERVJUARE: Hej?\nIntervjuare: Hallå?', ['INTERVJUARE', 'INTERVJUARE']],
  ['numbered paragraphs', '1. I: Hej?\n2. R: Hej.', ['I', 'R']],
])('speakers by %s', (_, text, speakers) => {
  expect(whoSpeaks(text).map(([speaker]) => speaker)).toEqual(speakers)
})

test.each([
  ['a web address', 'https://example.org\nhttps://example.org\nSe http://example.org'],
  ['a clock time', 'Kl 12:30 kom jag\nKl 12:30 gick jag\n12:30 åt jag'],
  ['facts', 'Datum: i dag\nPlats: här\nDatum: i går\nPlats: där'],
  ['a word that stands once', 'Slutsats: det blev bra.\nOch sen inget mer.'],
  ['notes of what is heard', '[skratt] Ja.\n[skratt] Nej.\n[paus]\n[paus]'],
  ['a sentence with a colon', 'Jag sa så här: nej.\nOch han sa så här: ja.\nJag sa så här: nej.'],
])('%s is nobody', (_, text) => {
  expect(recogniseTurns(text).speakers).toEqual([])
})

test('a paragraph without a label goes on the turn, and what stands before the first is in none', () => {
  expect(whoSpeaks('Intervju i maj\n\nI: Hej?\nR: Ja.\n\nOch mer.  \n\nI: Jaså?')).toEqual([
    ['I', 'I: Hej?'],
    ['R', 'R: Ja.\n\nOch mer.'],
    ['I', 'I: Jaså?'],
  ])
})

test('labels hold their colon and the space after; times are told apart; a time on a line of its own begins the turn below it', () => {
  const text = '[00:01]\nI: Hej?\nR:  Hej [00:02:10] du.'
  expect(wordsOf('label', text)).toEqual(['I: ', 'R:  '])
  expect(wordsOf('timestamp', text)).toEqual(['[00:01]', '[00:02:10]'])
  expect(whoSpeaks(text)[0]).toEqual(['I', '[00:01]\nI: Hej?'])
})

test('roles: known words are believed, among names the one who asks is the interviewer', () => {
  expect(rolesIn('Moderator: Hej?\nDeltagare 1: Hej.\nDeltagare 2: Hej.')).toEqual({
    Moderator: 'interviewer',
    'Deltagare 1': 'informant',
    'Deltagare 2': 'informant',
  })
  const names = 'Bo: Ja, det är ju så att vi bor här.\nAnna: Varför?\nBo: För att vi alltid har gjort det, tror jag.\nAnna: Trivs ni?'
  expect(rolesIn(names)).toEqual({ Bo: 'informant', Anna: 'interviewer' })
  expect(recogniseTurns(names).unsureRoles).toBe(true)
})

test('the formalities are the preamble, without their label', () => {
  expect(wordsOf('preamble', 'I: Hej.\nR: Hej.\nI: Det här spelas in, om du samtycker.\nR: Ja.\nI: Vem är du?')).toEqual([
    'Det här spelas in, om du samtycker.',
  ])
  expect(wordsOf('preamble', 'I: Vem är du?\nR: En som spelas in.')).toEqual([])
})

test('a label that stands once is told of', () => {
  expect(recogniseTurns('Anna: Hej?\nBo: Hej.\nAnna: Jaså?\nBo: Ja.\nCecilia: Jag med.').onceLabels).toEqual(['Cecilia'])
})

const line = fc.oneof(
  fc.constantFrom(
    'I: ',
    'R: hej 😴',
    '[00:01:02]',
    '00:12 R: så',
    'I [0:12]: nå?',
    '**Anna:** å',
    '[Bo] ja',
    '#Cecilia',
    '',
    '   ',
    '\t',
    'Anna Berg   0:03',
    'Int',
    'Anna\tord',
    '(12.34)',
    '12:30',
  ),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(':', '[', ']', '#', '*', ' ', '\t', 'A', 'b', '0', '1', '.', '(', ')', '😴'), maxLength: 20 }),
)

test('spans fit the text, turns never overlap, labels and preambles lie inside a turn of the same speaker', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n')
      const { spans, speakers } = recogniseTurns(text)
      const turns = spans.filter((span) => span.kind === 'turn')
      for (const span of spans) {
        expect(fitsWithin(text, span) && span.start < span.end).toBe(true)
        if (span.kind === 'label' || span.kind === 'preamble')
          expect(turns.some((turn) => turn.start <= span.start && span.end <= turn.end && turn.speaker === span.speaker)).toBe(true)
      }
      for (const [at, turn] of turns.entries()) {
        expect(text.slice(turn.start, turn.end)).toBe(text.slice(turn.start, turn.end).trim())
        if (at > 0) expect(turn.start).toBeGreaterThanOrEqual(turns[at - 1]!.end)
      }
      expect(new Set(speakers.map((speaker) => speaker.label)).size).toBe(speakers.length)
      expect(countTurns({ speakers, spans }).every(({ turns: count }) => count > 0)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('five million characters in one line take no time', () => {
  const began = performance.now()
  for (const unit of ['a', 'ord ', 'A:', '[', '12:30 ', '**', '(1', '\t ']) recogniseTurns(unit.repeat(5_000_000 / unit.length))
  expect(performance.now() - began).toBeLessThan(8000)
})
