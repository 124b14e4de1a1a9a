import { describe, expect, test } from 'vitest'
import { proposeEdits } from '../../src/domain/propose-edits.ts'
import type { RawText } from '../../src/domain/raw-text.ts'
import type { Evidence } from '../../src/domain/repair/evidence.ts'
import { applyEdits } from '../../src/domain/text-edit.ts'
import { asExtracted, damage } from '../support/damage.ts'

const raw = (text: string, layout: RawText['layout'] = 'unknown'): RawText => ({ text, layout, marks: [], repairs: [], losses: [], warnings: [] })
const nothing: Evidence = () => 0
const edits = (text: string, layout?: RawText['layout'], evidence = nothing) => proposeEdits(raw(text, layout), evidence)
const mend = (text: string, layout?: RawText['layout'], evidence = nothing) => applyEdits(text, [], edits(text, layout, evidence)).text

describe('paragraphs', () => {
  const wrapped = (lines: string[]) => lines.join('\n')

  test('a label begins one in a transcript broken at seventy columns', () => {
    const clean = [
      'Intervjuare: Hur kom det sig att du flyttade hit, till en plats som du bara hade sett en gång från ett tågfönster?',
      'Informant: Jag vet faktiskt inte. Det var någonting med ljuset, och så var det billigt. Sedan blev det kvar i mig, som det heter, och jag tänkte på det hela vintern.',
      'Intervjuare: Ja.',
      'Informant: Och så fick jag jobbet på sågen, det avgjorde. Anna: det är min syster, hon sa att jag var galen, men det var hon som grät när jag åkte.',
    ]
    const text = damage(clean, { ...asExtracted, width: 70, spacing: 'single', height: Number.POSITIVE_INFINITY }).replaceAll('\n\n', '\n')
    expect(mend(text)).toBe(clean.join('\n'))
  })

  test('headings, items of a list and times stand for themselves; an item goes on in its next line', () => {
    const text = wrapped([
      '1. Broar och brunnar',
      'Vi har talat om det här i många år nu, och det är först i vår som det har',
      'blivit något av det. Det handlar om tre saker som vi alla är överens om att',
      'börja med:',
      '• att bygga en gemensam hall där det finns plats för alla som vill vara där',
      'och inte bara för idrotten,',
      '• att hyra ut den gamla skolan,',
      '2) att få bussen att stanna.',
      '[00:12:34] Sedan kom vi in på något annat, och det var hur skolan skulle kunna',
      'hållas varm om vintern.',
    ])
    expect(mend(text, 'lines').split('\n')).toEqual([
      '1. Broar och brunnar',
      'Vi har talat om det här i många år nu, och det är först i vår som det har blivit något av det. Det handlar om tre saker som vi alla är överens om att börja med:',
      '• att bygga en gemensam hall där det finns plats för alla som vill vara där och inte bara för idrotten,',
      '• att hyra ut den gamla skolan,',
      '2) att få bussen att stanna.',
      '[00:12:34] Sedan kom vi in på något annat, och det var hur skolan skulle kunna hållas varm om vintern.',
    ])
  })

  test('a label and a heading begin one after a line that is full', () => {
    const full = 'Det är ju så att vi har bott här hela livet, och det har alla de andra med.'
    const turns = wrapped([
      `Asta: ${full.slice(6)} och`,
      full.toLowerCase(),
      'Bo: Ja, det är så, och det är inte så mycket mer att säga om den saken nu än',
      'vad det var förr.',
      `Asta: ${full} Ja`,
      full.toLowerCase(),
      'Bo: Nej.',
    ])
    expect(
      mend(turns, 'lines')
        .split('\n')
        .map((line) => line.slice(0, 4)),
    ).toEqual(['Asta', 'Bo: ', 'Asta', 'Bo: '])
    const headed = wrapped([full, full, 'Vägarna och skolan', '', full, 'Och så var det bra.'])
    expect(mend(headed, 'lines').split('\n')).toEqual([`${full} ${full}`, 'Vägarna och skolan', `${full} Och så var det bra.`])
  })

  test('verse on a page keeps its lines, a narrow column of prose does not', () => {
    const prose = damage(Array(4).fill('Här står det vanlig text som går ut till kanten av sidan och fortsätter på nästa rad, som text gör när den är lång.'), {
      ...asExtracted,
      spacing: 'single',
    })
    const verse = 'över åsen\ngår en väg som ingen längre går\noch i diket\nstår någon kvar med händerna fulla\nav höst\noch väntar på'
    const column = 'det här är en smal spalt som\nstår i en ruta vid sidan om\nden andra texten och är bruten\nefter så många tecken som får\nplats i den'
    expect(mend(`${prose}\n\n${verse}`, 'lines')).toContain(verse)
    expect(mend(`${prose}\n\n${column}`, 'lines')).toContain(column.replaceAll('\n', ' '))
  })

  test('half a sentence goes on across an empty line, in small letters or with a number', () => {
    const full = 'Det är ju så att vi har bott här hela livet, och det har de andra av totalt'
    const rest = `\n\nSlut.\n\n${full}\noch så vidare.`
    expect(mend(`${full}\n\n1200. Så var det.${rest}`, 'lines')).toContain('totalt 1200. Så')
    expect(mend(`${full}\n\nsjutton stycken. Så var det.${rest}`, 'lines')).toContain('totalt sjutton')
    expect(mend(`${full}\n\nSjutton stycken. Så var det.${rest}`, 'lines')).toContain('totalt\nSjutton')
  })

  test('a form feed in a text that is not wrapped ends a paragraph, or stands within one', () => {
    expect(mend('Ett stycke.\n\fEtt annat som går\f vidare.\f')).toBe('Ett stycke.\nEtt annat som går vidare.')
  })

  test('a question at the top of a page begins one, half a sentence does not', () => {
    const page = (last: string, first: string) =>
      mend(`${'Ord som fyller en rad och fortsätter på nästa utan att det är slut på meningen\noch så slut.\n\n'.repeat(4)}${last}\n\f${first}`, 'lines')
    const full = 'Det här är en rad som går ända ut till kanten av sidan där den slutar med punkt.'
    expect(page(full, 'Vad tänker ni om skolan? Den är bra.')).toContain('punkt.\nVad tänker')
    expect(page(full, 'Det är så vi ser på saken.')).toContain('punkt. Det är så')
    expect(page(full.replace(' punkt.', ' att'), 'punkten aldrig kommer.')).toContain('med att punkten')
  })
})

describe('hyphens at the ends of lines', () => {
  const line = (before: string, after: string, elsewhere = '') =>
    mend(`Det var länge sedan någon hade tänkt på att man måste försöka ${before}\n${after} något nytt av det gamla som står kvar.\n\n${elsewhere}`, 'lines')

  test('go where the joined word stands elsewhere, also with another ending, or in the collection', () => {
    expect(line('ut-', 'veckla', 'Att utveckla.')).toContain('försöka utveckla något')
    expect(line('ut-', 'veckla', 'Man utvecklade.')).toContain('försöka utveckla något')
    const known: Evidence = (form) => (form === 'utveckla' ? 1 : 0)
    expect(mend('Man kan ju ut-\nveckla det som redan finns.', 'lines', known)).toContain('utveckla')
  })

  test('stay where nothing is known, where the hyphenated word is better known, and where the second part is none', () => {
    expect(line('ut-', 'veckla')).toContain('försöka ut-veckla något')
    expect(line('hubb-', 'modell', 'En hubb-modell. En hubb-modell. En hubbmodell.')).toContain('försöka hubb-modell något')
    expect(line('sommar-', 'och vinterplanera')).toContain('försöka sommar- och vinterplanera')
    expect(line('IT-', 'bygga', 'Att itbygga.')).toContain('IT-bygga')
    expect(line('omkring 40-', '50 stycken')).toContain('omkring 40-50 stycken')
    expect(line('det gamla -', 'fast tvärtom - till')).toContain('gamla - fast tvärtom')
  })

  test('every kept hyphen is among the edits, to be seen', () => {
    const found = edits('Man kan ju ut-\nveckla det som redan finns här.', 'lines').filter((edit) => edit.kind === 'line-hyphens')
    expect(found).toEqual([{ kind: 'line-hyphens', start: 14, end: 15, to: '' }])
  })

  test('soft ones go, at the ends of lines and within them', () => {
    expect(line('ut\u00AD', 'veckla')).toContain('försöka utveckla')
    expect(line('ut¬', 'veckla')).toContain('försöka utveckla')
    expect(mend('Att ut\u00ADveckla och ut\u00AD veckla.', 'paragraphs')).toBe('Att utveckla och utveckla.')
  })
})

describe('what pages carry', () => {
  const body = (n: number) =>
    `här står en rad nummer ${'abcdefgh'[n]} som är lång nog för att fylla sidan ut till kanten\noch så en rad till som inte slutar utan fortsätter ända över till den sida som\n`
  const doc = (head: (n: number) => string, foot: (n: number) => string) => Array.from({ length: 6 }, (_, n) => `${head(n)}\n${body(n)}${foot(n)}`).join('\n\f')

  test('heads and numbers go, also where the number is in the head, and sentences go on across them', () => {
    for (const text of [
      doc(
        () => 'Lövnäs kommun',
        (n) => `${n + 1}`,
      ),
      doc(
        (n) => `Lövnäs 2021 | ${n + 4}`,
        () => 'Utkast',
      ),
      doc(
        () => 'Byn',
        (n) => `Sida ${n + 1} av 6`,
      ),
    ]) {
      const out = mend(text, 'lines')
      expect(out.split('\n')).toHaveLength(1)
      expect(out).not.toMatch(/Lövnäs|Utkast|Byn|Sida|\d/)
    }
  })

  test('without form feeds only what breaks sentences goes', () => {
    const text = Array.from({ length: 5 }, (_, n) => `${body(n)}\n${n + 1}\n\nLövnäs kommun\n\n`).join('')
    expect(mend(text)).not.toMatch(/\d|Lövnäs/)
    const answers = Array.from({ length: 5 }, (_, n) => `${body(n)}slut.\n\nJa det tror jag\n\n`).join('')
    expect(mend(answers).match(/Ja det tror jag/g)).toHaveLength(5)
    const mostly = Array.from({ length: 10 }, (_, n) => `${body(n % 8)}${n < 2 ? '' : 'slut.'}\n\nJa det tror jag\n\n`).join('')
    expect(mend(mostly).match(/Ja det tror jag/g)).toHaveLength(10)
  })

  test('headings of interviews, answers and numbers that do not count stay', () => {
    const each = doc(
      (n) => `Intervju ${n + 1}`,
      (n) => String([1990, 12, 400, 3, 77, 5][n]),
    )
    const out = mend(each, 'lines')
    for (const words of ['Intervju 1', 'Intervju 6', '1990', '400', '77']) expect(out).toContain(words)
  })
})

describe('characters', () => {
  test('ligatures are written out, one edit each', () => {
    const text = 'En oﬃciell aﬀär om ﬁsk i ﬂod, ﬅ och ﬆ.'
    expect(mend(text, 'paragraphs')).toBe('En officiell affär om fisk i flod, st och st.')
    expect(edits(text, 'paragraphs').map((edit) => edit.kind)).toEqual(Array(6).fill('ligatures'))
  })

  test('doubled spaces go within a sentence, and stay in columns, after labels and where a typist parts sentences', () => {
    expect(mend('Vi ror över  innan isen lägger sig.')).toBe('Vi ror över innan isen lägger sig.')
    for (const text of ['Åmot    12    400', 'Anna  00:12', 'En mening.  En till.', '  indraget', 'slut på rad  \nnästa']) expect(edits(text)).toEqual([])
  })

  test('an address goes where the sentence goes on as if it were not there', () => {
    expect(mend('Vi har ett samarbete med Skogshuset https://skogshuset.example/om-oss som ligger i byn.')).toBe(
      'Vi har ett samarbete med Skogshuset som ligger i byn.',
    )
    for (const text of [
      'Gå in på https://skogshuset.example och läs.',
      'Se mer (https://skogshuset.example).',
      'Det står på www.skogshuset.example som vanligt.',
      'Adressen är https://skogshuset.example i alla fall.',
      'Länk: https://skogshuset.example och mer.',
      'https://skogshuset.example är adressen.',
    ])
      expect(edits(text)).toEqual([])
  })
})
