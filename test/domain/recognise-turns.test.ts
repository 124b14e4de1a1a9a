import fc from 'fast-check'
import { expect, test } from 'vitest'
import { informantSpans } from '../../src/domain/informant-words.ts'
import type { ReadOptions } from '../../src/domain/read-options.ts'
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
  ['voices of captions', '<v Anna Berg>Hej?\n<v.loud Bo>Hej.\n<v Anna Berg>Jaså?\n<v Bo>Ja.', ['Anna Berg', 'Bo', 'Anna Berg', 'Bo']],
  ['braces', '{Anna} Hej?\n{Bo} Hej.\n{Anna} Jaså?\n{Bo} Ja.', ['Anna', 'Bo', 'Anna', 'Bo']],
  ['italics', '*Anna:* Hej?\n_Bo_: Hej.\n*Anna:* Jaså?\n_Bo:_ Ja.', ['Anna', 'Bo', 'Anna', 'Bo']],
  ['initials', 'AB: Hej?\nCD: Hej.\nAB: Jaså?\nCD: Ja.', ['AB', 'CD', 'AB', 'CD']],
  ['numbered questions and answers', 'Q1: Hej?\nA1: Hej.\nQ2: Jaså?\nA2: Ja.', ['Q', 'A', 'Q', 'A']],
  ['people with a letter and a number', 'A1: Hej.\nA2: Hej.\nA1: Jo.\nB1: Ja.\nB1: Nej.\nA2: Ja.', ['A1', 'A2', 'A1', 'B1', 'B1', 'A2']],
  ['Swedish questions and answers', 'Fråga 1: Hej?\nSvar: Hej.\nFråga 2: Jaså?\nSvar: Ja.', ['Fråga', 'Svar', 'Fråga', 'Svar']],
  ['names on lines of their own', 'Anna Berg\nHej?\n\nBo Ek\nHej.\n\nAnna Berg\nJaså?\n\nBo Ek\nJa.', ['Anna Berg', 'Bo Ek', 'Anna Berg', 'Bo Ek']],
  ['dashes', '– Hej?\n– Hej.\nDu.\n– Jaså?\n– Ja.', ['– 1', '– 2', '– 1', '– 2']],
  ['several notations', 'I: Hej?\n[Bo] Hej.\n**I:** Jaså?\nBo: Ja.\n#I Nå?\nBo [00:12]: Jo.', ['I', 'Bo', 'I', 'Bo', 'I', 'Bo']],
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
  ['an answer of one word', 'Trivs du?\nJa\n\nVarför?\nNej\n\nTrivs du?\nJa\n\nVarför?\nNej'],
  ['headings that come again in the same order', 'Lokaler\nDet finns.\n\nTider\nI höst.\n\nBehov\nJa.\n\nLokaler\nFå.\n\nTider\nI vår.\n\nBehov\nNej.'],
  [
    'an answer that begins with a word of its own',
    'Trivs du?\nJa\nDet gör jag.\nVarför?\nNej\nDet vet jag inte.\nTrivs du?\nJa\nDet är så.\nVarför?\nNej\nDet går inte.',
  ],
  ['a list of questions', '– Vad heter du?\n– Var bor du?\n– Hur gammal är du?\n– Trivs du?\n– Med vad?'],
  ['a list with dashes', '- mjölk\n- bröd\n- ägg\n- smör\n- ost'],
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

test('a few labels in a long report are nobody’s, a monologue’s are somebody’s', () => {
  const body = 'Det finns flera lokaler i orten som står tomma sedan länge. '.repeat(200)
  expect(recogniseTurns(`${body}\nLOKAL: ${body}\nTIDPLAN: ${body}\nLOKAL: ${body}\nTIDPLAN: ${body}`).speakers).toEqual([])
  expect(recogniseTurns(`${body}\nIntervjuer\n${body}`).speakers).toEqual([])
  expect(recogniseTurns(`R: ${body}`).speakers).toEqual([{ label: 'R', role: 'informant' }])
})

test('a label that stands once is told of', () => {
  expect(recogniseTurns('Anna: Hej?\nBo: Hej.\nAnna: Jaså?\nBo: Ja.\nCecilia: Jag med.').onceLabels).toEqual(['Cecilia'])
})

test('a person names a label, merges two, gives a role, and says who is nobody', () => {
  const text = 'Anna: Hej?\nB: Hej.\nObserverat: tyst.\nAnna: Jaså?\nBo: Ja.\nObserverat: skratt.\nBo: Just det.'
  const fixes = { anna: { role: 'informant' }, b: { name: 'Bo Ek' }, bo: { name: 'Bo Ek', role: 'interviewer' }, observerat: { nobody: true } } as const
  const { spans, speakers, unsureRoles } = recogniseTurns(text, fixes)
  expect(speakers).toEqual([
    { label: 'Anna', role: 'informant' },
    { label: 'Bo Ek', role: 'interviewer' },
  ])
  expect(spans.filter((span) => span.kind === 'turn').map((span) => [span.speaker, text.slice(span.start, span.end)])).toEqual([
    ['Anna', 'Anna: Hej?'],
    ['Bo Ek', 'B: Hej.\nObserverat: tyst.'],
    ['Anna', 'Anna: Jaså?'],
    ['Bo Ek', 'Bo: Ja.\nObserverat: skratt.'],
    ['Bo Ek', 'Bo: Just det.'],
  ])
  expect(unsureRoles).toBe(false)
})

test('a label that stands once is believed when a person names it, and a word for a role keeps it under another name', () => {
  const text = 'I: Hej?\nR: Hej.\nCecilia: Jag med.'
  const { speakers, onceLabels } = recogniseTurns(text, { cecilia: { role: 'other' }, i: { name: 'Eva' } })
  expect([speakers, onceLabels]).toEqual([
    [
      { label: 'Eva', role: 'interviewer' },
      { label: 'R', role: 'informant' },
      { label: 'Cecilia', role: 'other' },
    ],
    [],
  ])
})

test('the numbers of lines are nobody’s words, and labels are found behind them', () => {
  const said = ['I: Hur är det här?', 'R: Det är bra.', 'Man trivs,', 'tycker jag.', 'I: Jaså?', 'R: Ja.', 'Så är det.', '', 'I: Tack.', 'R: Tack.']
  let number = 0
  const text = said.map((line) => (line === '' ? '' : `${++number}  ${line}`)).join('\n')
  const { spans } = recogniseTurns(text)
  expect(spans.filter((span) => span.kind === 'turn').map((span) => span.speaker)).toEqual(['I', 'R', 'I', 'R', 'I', 'R'])
  const words = informantSpans(
    text,
    spans.map((span) => ({ ...span, role: span.speaker === 'R' ? ('informant' as const) : null })),
  )
  expect(words.map((span) => text.slice(span.start, span.end).trim()).filter(Boolean)).toEqual([
    'Det är bra.',
    'Man trivs,',
    'tycker jag.',
    'Ja.',
    'Så är det.',
    'Tack.',
  ])
})

test('times in braces, and with points where they rise', () => {
  expect(wordsOf('timestamp', '{00:12:34} hej\n[12.40] hej\n[13.02] hej')).toEqual(['{00:12:34}', '[12.40]', '[13.02]'])
  expect(wordsOf('timestamp', 'Se [12.40] hej')).toEqual([])
})

const line = fc.oneof(
  fc.constantFrom(
    'I: ',
    '– Hej?',
    '– Jo.',
    '1 I: ett',
    '2 två',
    '{Bo} ja',
    '<v Bo>ja',
    'Bo',
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

const fix = fc.record(
  { name: fc.constantFrom('Bo', 'Anna', ' ', 'x'), role: fc.constantFrom('informant', 'other', 'interviewer'), nobody: fc.boolean() },
  { requiredKeys: [] },
)
const fixes = fc.dictionary(fc.constantFrom('i', 'r', 'anna', 'bo', 'cecilia', '– 1', '– 2', 'constructor'), fix, { maxKeys: 3 }) as fc.Arbitrary<
  ReadOptions['speakers']
>

test('spans fit the text, turns never overlap, labels and preambles lie inside a turn of the same speaker', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fixes, (lines, fixed) => {
      const text = lines.join('\n')
      const { spans, speakers } = recogniseTurns(text, fixed)
      const turns = spans.filter((span) => span.kind === 'turn')
      for (const span of spans) {
        expect(fitsWithin(text, span) && span.start < span.end).toBe(true)
        if ((span.kind === 'label' || span.kind === 'preamble') && span.speaker !== null)
          expect(turns.some((turn) => turn.start <= span.start && span.end <= turn.end && turn.speaker === span.speaker)).toBe(true)
      }
      for (const [at, turn] of turns.entries()) {
        expect(text.slice(turn.start, turn.end)).toBe(text.slice(turn.start, turn.end).trim())
        if (at > 0) expect(turn.start).toBeGreaterThanOrEqual(turns[at - 1]!.end)
      }
      expect(new Set(speakers.map((speaker) => speaker.label)).size).toBe(speakers.length)
      expect(countTurns({ speakers, spans }).every(({ turns: count }) => count > 0)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('five million characters in one line take no time', () => {
  const began = performance.now()
  for (const unit of ['a', 'ord ', 'A:', '[', '12:30 ', '**', '(1', '\t ']) recogniseTurns(unit.repeat(5_000_000 / unit.length))
  expect(performance.now() - began).toBeLessThan(8000)
})

test('what heads an interview is no speaker that stands once', () => {
  const text = 'Interview A: Fern Hill, community manager\nAnna: Hej?\nBo: Hej.\nAnna: Jaså?\nBo: Ja.\nCecilia: Jag med.'
  expect(recogniseTurns(text).onceLabels).toEqual(['Cecilia'])
})
