import { describe, expect, test } from 'vitest'
import { type Guide, questionsOf } from '../../src/domain/guide.ts'
import { readGuide } from '../../src/domain/read-guide.ts'

/** A guide in short: sections with their questions' numbers and words. */
function inShort({ name, sections }: Guide): { name: string; sections: Record<string, string[]> } {
  return { name, sections: Object.fromEntries(sections.map(({ title, questions }) => [title, questions.map(({ number, text }) => `${number} ${text}`)])) }
}

test('Markdown with a name, sections and numbers, and links to themes', () => {
  const guide = readGuide('# Hamnen\n\n## Bakgrund\n1. Vem är du? {Roller > Hamnen} {Person}\n\n## Drift\n\n2. Hur går det?')
  expect(inShort(guide)).toEqual({ name: 'Hamnen', sections: { Bakgrund: ['1 Vem är du?'], Drift: ['2 Hur går det?'] } })
  expect(questionsOf(guide)[0]!.themes).toEqual(['Roller > Hamnen', 'Person'])
})

test('several highest headings are sections, list items are questions numbered through, and a heading may have none', () => {
  const guide = readGuide('# Plan\n- Har dere en plan? Hvis nei, hvorfor ikke?\n- Hvem lagde den?\n\n# Drift\n* Hva koster det?\n\n# Annet')
  expect(inShort(guide)).toEqual({
    name: '',
    sections: { Plan: ['1 Har dere en plan? Hvis nei, hvorfor ikke?', '2 Hvem lagde den?'], Drift: ['3 Hva koster det?'], Annet: [] },
  })
})

describe('plain text', () => {
  test('headings are short lines, with a colon or a number or neither; a name comes first; prose is left out', () => {
    const guide = readGuide(`Intervjuguide för odlare

Intervjun tar en timme. Du är anonym.

Bakgrund:
Vad odlar du? 
Berätta om lotten.

2. Framtid
Vad behöver du för att fortsätta?`)
    expect(inShort(guide)).toEqual({
      name: 'Intervjuguide för odlare',
      sections: { Bakgrund: ['1 Vad odlar du?', '2 Berätta om lotten.'], Framtid: ['3 Vad behöver du för att fortsätta?'] },
    })
  })

  test('what is indented under a question belongs to it; numbers that begin anew are counted through', () => {
    const guide = readGuide(`TRAFIK
1. Hur reser du?
   a) Varför just så?
   - Hur ofta?
2. Vem reser du med?

SKOLA
1. Var går barnen?`)
    expect(inShort(guide)).toEqual({
      name: '',
      sections: { TRAFIK: ['1 Hur reser du? Varför just så? Hur ofta?', '2 Vem reser du med?'], SKOLA: ['3 Var går barnen?'] },
    })
  })

  test('several numbered questions on a line, wrapped lines, and a statement that leads to a question', () => {
    const guide = readGuide(`1. Vem äger bryggan? 2. Vem sköter
den om vintern?
3. Vad kostar det?
4. Hur tänker ni om framtiden för bryggan, båtarna och husen i Norra
Viken?`)
    expect(questionsOf(guide).map(({ number, text }) => [number, text])).toEqual([
      [1, 'Vem äger bryggan?'],
      [2, 'Vem sköter den om vintern?'],
      [3, 'Vad kostar det?'],
      [4, 'Hur tänker ni om framtiden för bryggan, båtarna och husen i Norra Viken?'],
    ])
    expect(questionsOf(readGuide('Vi har sett att andra hamnar tar betalt av gäster.\nTar ni betalt?')).map(({ text }) => text)).toEqual([
      'Vi har sett att andra hamnar tar betalt av gäster. Tar ni betalt?',
    ])
  })

  test('a topic in a list is a question though it asks nothing', () => {
    expect(inShort(readGuide('Tema\n- Rollen i kommunen\n- Samverkan med grannar'))).toEqual({
      name: '',
      sections: { Tema: ['1 Rollen i kommunen', '2 Samverkan med grannar'] },
    })
  })

  test('a form is no heading, a probe and a row of short lines belong to the question above', () => {
    const guide = readGuide('Namn:\nDatum:\n\nBakgrund\n\nVilka kommer till stranden?\n\nBadare\n\nSeglare\n\nFiskare\n\nVarför?\n\nFramtid\n\nVad saknas?')
    expect(inShort(guide)).toEqual({
      name: '',
      sections: { Bakgrund: ['1 Vilka kommer till stranden? Badare Seglare Fiskare Varför?'], Framtid: ['2 Vad saknas?'] },
    })
  })

  test('numbered headings over bulleted questions', () => {
    expect(inShort(readGuide('1. Bakgrunn\n- Hvem er du?\n- Hva gjør du?\n2. Økonomi\n- Hva koster det?'))).toEqual({
      name: '',
      sections: { Bakgrunn: ['1 Hvem er du?', '2 Hva gjør du?'], Økonomi: ['3 Hva koster det?'] },
    })
  })
})

test('a text without questions is refused', () => {
  for (const text of ['', '   \n', '# Guide\n\n## Bakgrund', 'Det här är bara en berättelse. Den frågar ingenting.'])
    expect(() => readGuide(text)).toThrow('refusal.guide-without-questions')
})
