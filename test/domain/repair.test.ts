import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeEdits } from '../../src/domain/propose-edits.ts'
import type { RawText } from '../../src/domain/raw-text.ts'
import type { Evidence } from '../../src/domain/repair/evidence.ts'
import { applyEdits, type EditKind, keyOfEdit } from '../../src/domain/text-edit.ts'
import { wordsOf } from '../../src/domain/word.ts'
import { asExtracted, type Damage, damage } from '../support/damage.ts'

const raw = (text: string, layout: RawText['layout'] = 'unknown'): RawText => ({ text, layout, marks: [], repairs: [], losses: [], warnings: [] })
const nothing: Evidence = () => 0
const edits = (text: string, layout?: RawText['layout'], evidence = nothing) => proposeEdits(raw(text, layout), evidence)
const mend = (text: string, layout?: RawText['layout'], evidence = nothing) => applyEdits(text, [], edits(text, layout, evidence)).text
const kinds = (text: string, layout?: RawText['layout']) => [...new Set(edits(text, layout).map((edit) => edit.kind))]

const WORDS =
  'vi har en gård vid sjön och där växer äpplen som ingen plockar för det är långt att gå men bygden behöver brunnar så sockennämnden undersöker utvägarna att reparera vattentornet mellan föreningarna och skolorna när vintern kommer blir vägarna svåra och bussarna går sällan därför stannar många hemma hos grannarna i nord-sydlig riktning eller på vävstugeföreningen'.split(
    ' ',
  )
const word = fc.constantFrom(...WORDS)
const sentence = fc.array(word, { minLength: 5, maxLength: 18 }).map((words) => `${words[0]!.slice(0, 1).toUpperCase()}${words.join(' ').slice(1)}.`)
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 7 }).map((sentences) => sentences.join(' '))
const paragraphs = fc.array(paragraph, { minLength: 8, maxLength: 14 })
const how: fc.Arbitrary<Damage> = fc.record({
  width: fc.integer({ min: 60, max: 100 }),
  height: fc.constantFrom(6, 9, 30),
  spacing: fc.constantFrom('single' as const, 'doubled' as const),
  pages: fc.constant('feeds' as const),
  head: fc.constantFrom('Bygden efter 1990', 'Rapport 12 från Lövnäs | #', ''),
  foot: fc.constantFrom('#', 'Sida #', '- # -', ''),
  hyphen: fc.constantFrom('none' as const, 'own' as const, '-' as const, '\u00AD' as const),
})
const evidenceFrom =
  (clean: readonly string[]): Evidence =>
  (form) =>
    wordsOf(clean.join('\n')).filter((found) => found.word.toLowerCase() === form).length

describe('a text that pages damaged', () => {
  test('comes back as its paragraphs, whatever its pages did to it', () => {
    fc.assert(
      fc.property(paragraphs, how, fc.constantFrom('lines' as const, 'unknown' as const), (clean, done, layout) => {
        const text = damage(clean, done)
        fc.pre(text.split('\f').length > 5 || !(done.head || done.foot))
        expect(mend(text, layout, evidenceFrom(clean))).toBe(clean.join('\n'))
      }),
      { numRuns: 300 },
    )
  })

  test('comes back from an extraction with an empty line after each line, where pages are seen by empty lines alone', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 12, maxLength: 20 }), fc.integer({ min: 70, max: 100 }), (clean, width) => {
        const mended = mend(damage(clean, { ...asExtracted, width, height: 7 })).split('\n')
        expect(mended.join(' ')).toBe(clean.join(' '))
        // A sentence that ends just where its line is full may as well end its paragraph: such a break is kept. It is rare.
        expect(mended.length - clean.length).toBeGreaterThanOrEqual(0)
        expect(mended.length - clean.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('loses no letter, and its edits stand in order, whatever it is', () => {
    const bits = fc.constantFrom(
      'a',
      'Ord',
      'ut-',
      '\n',
      '\n\n',
      '\f',
      ' ',
      '  ',
      '.',
      '? ',
      '- ',
      '12',
      'ﬁ',
      '\u00AD',
      '¬\n',
      'I: ',
      '\t',
      'https://a.se/b ',
      'Anna:',
      '1. ',
    )
    const anything = fc.array(bits, { maxLength: 80 }).map((some) => some.join(''))
    fc.assert(
      fc.property(anything, fc.constantFrom('lines' as const, 'unknown' as const, 'paragraphs' as const), (text, layout) => {
        let end = 0
        for (const edit of edits(text, layout)) {
          expect(edit.start).toBeGreaterThanOrEqual(end)
          expect(edit.end).toBeGreaterThan(edit.start)
          expect(text.slice(edit.start, edit.end)).not.toBe(edit.to)
          end = edit.end
          if (takesWords.includes(edit.kind)) continue
          const bare = (words: string) => words.normalize('NFKC').replace(/[\s\u00AD¬-]/g, '')
          expect(bare(edit.to)).toBe(bare(text.slice(edit.start, edit.end)))
        }
      }),
      { numRuns: 500 },
    )
  })
  const takesWords: EditKind[] = ['running-heads', 'page-numbers', 'urls']

  test('keeps sense where any edit is left out', () => {
    const clean = ['gård', 'by', 'äng', 'ö'].flatMap((place) => [
      `Det var en gång en ${place} vid ett vatten där ingen längre visste vem som ägde båtarna eller varför de ännu låg där.`,
      `Så kom det någon till den ${place}.`,
    ])
    const text = damage(clean, { ...asExtracted, width: 60, height: 3, pages: 'feeds', foot: '#' })
    const all = edits(text)
    for (const left of all) {
      const out = applyEdits(
        text,
        [],
        all.filter((edit) => keyOfEdit(edit) !== keyOfEdit(left)),
      ).text
      expect(wordsOf(out).filter(({ word }) => !/\d/.test(word))).toHaveLength(wordsOf(clean.join('\n')).length)
    }
  })
})

describe('a text that is not damaged is left alone', () => {
  test.each([
    ['turns', 'I: Hur var det?\nR: Bra.\nI: Och sen?\nR: Sen blev det kväll och vi gick hem.\n'],
    ['verse', 'över åsen går en väg\nsom ingen gått\noch i dikets kant\nstår någon kvar\nmed händerna fulla av höst\noch väntar\n'],
    [
      'what a machine heard, a line a breath',
      'så vi började med att titta på hur det såg ut i kommunen,\noch då märkte vi att det inte fanns någon plan för skolan.\nmen det visste alla\nsom hade varit med sedan början av åttiotalet när de byggde om alltihop\noch så var det bra med det.\nja.\n',
    ],
    ['a list', 'mjölk\nägg\nbröd från bagaren\nkaffe\nsmör\nost och skinka\n'],
    ['markdown', '# Rubrik\n\n**Anna:** Hej, jag heter Anna och bor här.\n\n- ett\n- två\n\n> citat\n\nEtt stycke till.\n'],
    ['a table', 'namn\tålder\tort\nAsta\t70\tLövnäs\nBo\t64\tÅmot\n'],
    [
      'long paragraphs with empty lines between',
      `${'Det här är en lång mening som går vidare. '.repeat(12)}\n\n${'Och här är en annan. '.repeat(20)}\n\nKort.\n`,
    ],
    ['a numbered guide', '1. Vad gör du?\n2. Hur länge har du bott här?\n\n3. Vad tänker du om framtiden?\n'],
  ])('%s', (_, text) => {
    expect(edits(text)).toEqual([])
    expect(edits(text, 'paragraphs')).toEqual([])
  })

  test('the demonstration study', () => {
    for (const file of readdirSync('corpus/interviews')) expect(edits(readFileSync(`corpus/interviews/${file}`, 'utf8'))).toEqual([])
  })

  test('and a mended text needs no more mending', () => {
    fc.assert(fc.property(paragraphs, how, (clean, done) => void expect(kinds(mend(damage(clean, done), 'lines'), 'unknown')).toEqual([])))
  })
})

test('a long text is mended in a time that grows with its length', () => {
  const page = damage(
    Array(8).fill('Man undersöker hur det går att utveckla en bygd som ligger långt ifrån allt annat, och hur folk där ser på sin framtid.'),
    { ...asExtracted, hyphen: '-' },
  )
  const time = (times: number) => {
    const text = page.repeat(times)
    const runs = Array.from({ length: 5 }, () => {
      const started = process.cpuUsage()
      edits(text)
      return process.cpuUsage(started).user / 1000
    })
    return Math.min(...runs)
  }
  time(100)
  expect(time(1600) / Math.max(time(100), 1)).toBeLessThan(120)
})
