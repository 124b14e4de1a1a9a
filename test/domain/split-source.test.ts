import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSource } from '../../src/domain/split-source.ts'

const said = 'Det var så det började, och sedan blev det som det blev med båtarna och skolan och allt det andra som ingen längre talar om. '
const body = said.repeat(3).trim()
const headings = (text: string, split: 'auto' | 'none' | { pattern: string } = 'auto') => splitSource(text, split).map((part) => part.heading)
const file = (...heads: string[]) => heads.map((head) => `${head}\n${body}\n`).join('')

describe('headings that recur part a file', () => {
  test.each([
    [['Intervju K1: Rektor i Lövnäs kommun', 'Intervju K2: Rektor i Åmot', 'Intervju K10: Byråd']],
    [['Interview 3 – Teacher, Oakham', 'Interview 4 – Nurse, Oakham']],
    [['Informant 1', 'Informant 2', 'Informant 3']],
    [['INTERVJU MED REKTORN', 'INTERVJU MED VAKTMÄSTAREN']],
    [['Bilaga 2: Intervju med rektor, Lövnäs', 'Bilaga 3: Intervju med vaktmästare, Åmot']],
    [['Vedlegg A: Intervju 1 med rektor', 'Vedlegg B: Intervju 2 med vaktmester'].map((head) => head.replace(' med', ', '))],
    [['## Respondent A', '## Respondent B']],
    [['Fokusgrupp 1', 'Fokusgrupp 2']],
    [['Intervju nr 1 (rektor)', 'Intervju nr 2 (vaktmästare)']],
  ])('%j', (heads) => {
    expect(headings(file(...heads))).toEqual(heads.map((head) => head.replace(/^#+ /, '')))
  })

  test('a heading takes two lines where it goes on in the next', () => {
    expect(
      headings(file('Intervju K1: Rektor i Lövnäs\n(över telefon)', 'Intervju K2: Ansvarig för skolor i\nÅmot', 'Intervju K3\nVaktmästare i Åmot')),
    ).toEqual(['Intervju K1: Rektor i Lövnäs (över telefon)', 'Intervju K2: Ansvarig för skolor i Åmot', 'Intervju K3 Vaktmästare i Åmot'])
  })

  test('a heading is found where it is glued to the text before it, and where the text after it is glued to it', () => {
    const text = `Intervju K1: Rektor i Lövnäs\n${body} Intervju K2: Rektor i Åmot\n${body} Intervju K3: Rektor i Norums kommun Vad gör du? ${body} Intervju K4: Byråd 1. Skolan\n${body}`
    expect(headings(text)).toEqual(['Intervju K1: Rektor i Lövnäs', 'Intervju K2: Rektor i Åmot', 'Intervju K3: Rektor i Norums kommun', 'Intervju K4: Byråd'])
  })

  test('a table of contents, running heads and cross-references part nothing', () => {
    const heads = ['Intervju K1: Rektor', 'Intervju K2: Byråd', 'Intervju K3: Vaktmästare']
    const running = heads.map((head) => `${head}\n${body}\n${head}\n${body}\n`).join('')
    expect(headings(`${heads.join('\n')}\n${running}`)).toEqual(heads)
  })

  test('what stands before the first heading is a part where it is more than a title', () => {
    expect(headings(`Bilaga till rapporten\n${file('Intervju 1', 'Intervju 2')}`)).toEqual(['Intervju 1', 'Intervju 2'])
    expect(splitSource(`Bilaga\n${file('Intervju 1', 'Intervju 2')}`, 'auto')[0]!.start).toBe(0)
    expect(headings(`${body}\n${file('Intervju 1', 'Intervju 2')}`)).toEqual([null, 'Intervju 1', 'Intervju 2'])
  })
})

describe('one interview stays one', () => {
  test.each([
    ['turns by role', Array.from({ length: 6 }, (_, n) => (n % 2 ? `Informant: ${said}` : 'Intervjuare: Hur var det?')).join('\n')],
    ['turns by number', `Informant 1: ${said}\nInformant 2: ${said}\nInformant 3: ${said}\n`],
    ['labels alone', `Informant 1\n${said}\nInformant 2\n${said}\nInformant 1\n${said}\n`],
    ['sections', `1. Skolan\n${body}\n2. Vägarna\n${body}\n3. Framtiden\n${body}\n`],
    ['questions', `Vad gör du?\n${body}\nVad gör du annars?\n${body}\n`],
    ['a list of who was asked', 'Intervju 1: Rektor\nIntervju 2: Byråd\nIntervju 3: Vaktmästare\n'],
    ['one heading', file('Intervju K1: Rektor i Lövnäs')],
    ['a report with guides after it', `${body}\n${body}\n${body}\n${file('Intervju med rektor', 'Intervju med byråd')}`],
    [
      'prose that tells of interviews',
      `Intervju 3 visar att ${said}\nIntervju med rektorn gjordes i maj.\n${body}\nIntervju med byrådet gjordes i juni.\n${body}`,
    ],
    ['numbers out of order', file('Intervju 9', 'Intervju 4', 'Intervju 2', 'Intervju 1')],
  ])('%s', (_, text) => expect(splitSource(text, 'auto')).toEqual([{ start: 0, end: text.length, heading: null }]))

  test('where a person says so', () => expect(headings(file('Intervju 1', 'Intervju 2'), 'none')).toEqual([null]))
})

describe('by a pattern', () => {
  test('each match begins a part, at the beginning of a line or within it', () => {
    const text = `Samtal i Lövnäs\n${body}\nSamtal i Åmot\n${body} Samtal i Norum ${body}`
    expect(headings(text, { pattern: 'Samtal i \\p{Lu}\\p{L}+' })).toEqual(['Samtal i Lövnäs', 'Samtal i Åmot', 'Samtal i Norum'])
    expect(headings(text, { pattern: '^Samtal i' })).toEqual(['Samtal i Lövnäs', 'Samtal i Åmot'])
    expect(headings(text, { pattern: '^(?=Samtal)' })).toEqual(['Samtal i Lövnäs', 'Samtal i Åmot'])
  })

  test('one that matches nothing leaves the text whole', () =>
    expect(splitSource(body, { pattern: 'Möte \\d+' })).toEqual([{ start: 0, end: body.length, heading: null }]))

  test.each([
    ['', 'refusal.split-empty'],
    ['  ', 'refusal.split-empty'],
    ['(', 'refusal.split-pattern'],
    ['[z-a]', 'refusal.split-pattern'],
    ['a'.repeat(201), 'refusal.split-long'],
    ['(a+)+$', 'refusal.split-heavy'],
    ['(?:\\w+\\s?)*:', 'refusal.split-heavy'],
    ['((a|b)x)*', 'refusal.split-heavy'],
    ['(a|aa)+$', 'refusal.split-heavy'],
    ['(a{1,})+', 'refusal.split-heavy'],
    ['(a+){2,}', 'refusal.split-heavy'],
    ['(.*)\\1', 'refusal.split-heavy'],
  ])('%j is refused', (pattern, key) => expect(() => splitSource(body, { pattern })).toThrow(key))

  test.each(['^Intervju [KV]\\d+:', '^(?:Intervju|Samtal) \\d+', 'Del [(+*)]+', '\\(\\d+\\)+', '^#{1,3} .+$', '(?<=\\.) Samtal'])('%j is taken', (pattern) => {
    expect(() => splitSource(body, { pattern })).not.toThrow()
  })

  test('more parts than a file can hold interviews are refused', () =>
    expect(() => splitSource('a '.repeat(3000), { pattern: 'a' })).toThrow('refusal.split-many'))
})

test('the parts are the whole text, whatever it is', () => {
  const bits = fc.constantFrom('Intervju 1', 'Intervju 2: Rektor', 'Intervju K3\n', '\n', said, ' ', '. ', 'Informant 2', 'i Åmot')
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), fc.constantFrom('auto' as const, 'none' as const, { pattern: 'Intervju' }), (some, split) => {
      const text = some.join('')
      const parts = splitSource(text, split)
      expect(parts.map((part) => text.slice(part.start, part.end)).join('')).toBe(text)
      for (const part of parts) expect(part.heading ?? '').not.toMatch(/\n/)
    }),
  )
})
