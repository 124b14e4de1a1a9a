import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRtf } from '../../src/exchange/read-rtf.ts'

const rtf = (body: string, head = '') => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${head}${body}}`, 'latin1')
const read = (body: string, head = '') => readRtf(rtf(body, head))
const text = (body: string, head = '') => read(body, head).text

test('paragraphs, breaks and characters by name', () => {
  expect(text("I: Hej?\\par R: Jo\\line s\\u229\\'e5 d\\'e4r.\\par\\par Slut\\par")).toBe('I: Hej?\nR: Jo\nså där.\n\nSlut')
  expect(text('a\\tab b\\emdash c\\endash\\lquote d\\rquote\\ldblquote e\\rdblquote\\bullet\\~f\\_g\\{\\}\\\\')).toBe('a\tb—c–‘d’“e”•\u00a0f\u2011g{}\\')
  expect(text('line one\r\n still one\\\r\nline two')).toBe('line one still one\nline two')
  expect(text('kept{\\b  bold}{\\*\\unknown words {deeper}}{\\info{\\title T}}!')).toBe('kept bold!')
})

test('a new page parts words, and is nothing else', () => {
  expect(text('slut\\page början\\par\\page nytt {\\page}ord\\page\\par')).toBe('slut\nbörjan\nnytt ord\n')
})

test('characters by number, with as many stand-ins as the file says', () => {
  expect(text('\\uc1\\u8217?\\u-3913 \\u128512 x')).toBe('’•😀')
  expect(text("\\uc2\\u229 ab c\\uc0\\u228 d{\\uc1\\u246\\'f6}e")).toBe('å cädöe')
  expect(text('\\u-10179?\\u-8704?{\\u229}?')).toBe('😀å?')
  expect(text('{\\upr{a?}{\\*\\ud{a\\u229 ?}}}b')).toBe('aåb')
})

test('bytes are read by the document’s code page, or by the font’s', () => {
  const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset2 Symbol;}\\f4\\fcharset77 D;}'
  expect(text("\\'e5\\f1\\'ef\\'f0\\f2\\'82\\'b1\\'83A{\\f4\\'8c}\\f3\\'b7\\f0\\'85", fonts)).toBe('åпрこアå•…')
  expect(text("\\'ef\\f1\\'e5\\plain\\'f0", '{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\fcharset0 B;}}')).toBe('пåр')
  expect(text("\\ansicpg1250\\'b3")).toBe('ł')
  expect(text("\\mac\\'8c")).toBe('å')
  expect(text("\\pc\\'86\\pca\\'9b")).toBe('åø')
  expect(text('r\xe5tt')).toBe('rått')
  expect(text('r\xc3\xa5tt')).toBe('rått')
})

test('tables, lists and notes are readable, and told', () => {
  const list = "{\\listtext 1.\\tab}ett\\par{\\listtext \\'b7\\tab}prick\\par{\\pntext\\f1 o\\tab}ring\\par"
  const table = '\\trowd\\cellx1\\cellx2\\pard\\intbl\\b År\\b0\\cell Antal\\cell\\row\\trowd\\pard\\intbl\\cell{\\par}en\\par två\\par\\cell\\cell\\row\\pard'
  const read1 = read(`${list}${table} Efter{\\super\\chftn}{\\footnote {\\chftn} Not\\par ett.} ord{\\footnote\\ftnalt Not två}.\\par`)
  expect(read1.text).toBe('1. ett\n• prick\n• ring\nÅr\tAntal\n\ten\ntvå\nEfter[1] ord[2].\n[1] Not ett.\n[2] Not två')
  expect(read1.repairs).toEqual([
    { kind: 'lists', count: 3 },
    { kind: 'tables', count: 1 },
    { kind: 'notes', count: 2 },
  ])
  expect(
    text(
      '\\pard\\intbl a\\cell\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}d\\nestcell{\\*\\nesttableprops\\nestrow}\\pard\\intbl\\cell\\row',
    ),
  ).toBe('a\tb\tc\nd')
})

test('an empty cell keeps its place', () => {
  expect(text('\\trowd\\pard\\intbl a\\cell\\cell c\\cell\\cell\\row')).toBe('a\t\tc')
})

test('two tables with words between are two', () => {
  const row = '\\trowd\\pard\\intbl x\\cell\\row\\pard '
  expect(read(`${row}${row}mellan\\par${row}`)).toMatchObject({ text: 'x\nx\nmellan\nx', repairs: [{ kind: 'tables', count: 2 }] })
})

test('what a text can’t keep is told', () => {
  const picture = '{\\*\\shppict{\\pict\\pngblip 8950}}{\\nonshppict{\\pict 00}}{\\pict\\bin4 }}{\\}'
  const edges = '{\\header Sidhuvud\\par}{\\footerf {\\chpgn}}'
  const read1 = read(`${edges}a${picture}{\\deleted bort}{\\v dolt}{\\v dolt igen}b{\\*\\annotation Kommentar}\\v0`)
  expect(read1.text).toBe('ab')
  expect(read1.losses).toEqual([
    { kind: 'pictures', count: 2 },
    { kind: 'comments', count: 1 },
    { kind: 'deleted-text', count: 1 },
    { kind: 'hidden-text', count: 1 },
    { kind: 'headers', count: 1 },
  ])
})

test('a link keeps its words, a text box stands after its paragraph', () => {
  expect(text('Se {\\field{\\*\\fldinst HYPERLINK "http://a.example"}{\\fldrslt {\\ul platsen}}}.')).toBe('Se platsen.')
  const box = '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard I rutan\\par}}{\\shprslt {\\pard I rutan}}}'
  expect(text(`För${box}e\\par efter`)).toBe('Före\nI rutan\nefter')
})

test('bold, italics and headings are marks beside the text', () => {
  const styles = '{\\stylesheet{\\s0 Normal;}{\\s1\\b\\outlinelevel0 Titel;}{\\s2 heading 2;}}'
  const { text, marks } = read(
    '{\\s1\\b Rubrik\\par}\\pard\\s2 Under\\par\\pard\\s0{\\b Hur?\\i  Va?} Jo.\\par\\pard\\outlinelevel2 Tre\\par\\pard\\b fet\\plain  slut',
    styles,
  )
  expect(text).toBe('Rubrik\nUnder\nHur? Va? Jo.\nTre\nfet slut')
  expect(marks.map(({ start, end, ...mark }) => [text.slice(start, end), ...Object.values(mark)])).toEqual([
    ['Rubrik', 'heading', 1],
    ['Rubrik', 'bold'],
    ['Under', 'heading', 2],
    ['Hur? Va?', 'bold'],
    ['Va?', 'italic'],
    ['Tre', 'heading', 3],
    ['fet', 'bold'],
  ])
})

test('marks lie where they should in a text whose letters came in pieces', () => {
  const { text, marks } = read('A\\u778?r {\\b a\\u778?} b{\\i o\\u776?}')
  expect(text).toBe('År å bö'.normalize('NFC'))
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['å'.normalize('NFC'), 'ö'.normalize('NFC')])
})

const words = fc.string({ unit: fc.constantFrom('a', 'å', 'Ö', 'ø', ' ', '{', '}', '\\', "'", '😴', '–', '“', '7', '?', 'я', '*', '\t'), maxLength: 14 })
const bold = fc.record({ words, bold: fc.boolean() })

/** A paragraph as programs write it: in groups, with characters by byte, by number or as they are. */
function written(runs: readonly { words: string; bold: boolean }[], way: number): string {
  const of = (character: string, at: number) => {
    if (/[\\{}]/.test(character)) return `\\${character}`
    if (character === '\t') return '\\tab '
    const code = character.codePointAt(0)!
    if (code < 128) return character
    if (code < 256 && (at + way) % 3 === 0) return `\\'${code.toString(16)}`
    if (code < 256 && (at + way) % 3 === 1) return character
    return [...Array(character.length).keys()].map((unit) => `\\u${((character.charCodeAt(unit) + 0x8000) % 0x10000) - 0x8000}?`).join('')
  }
  return runs.map((run) => `{${run.bold ? '\\b' : ''}\\f0 ${[...run.words].map(of).join('')}}`).join('\r\n')
}

test('any paragraphs come back as they were written, with what was bold', () => {
  fc.assert(
    fc.property(fc.array(fc.array(bold, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), fc.nat(2), (paragraphs, way) => {
      const { text, marks } = read(paragraphs.map((runs) => `\\pard ${written(runs, way)}\\par`).join('\n'))
      expect(text).toBe(paragraphs.map((runs) => runs.map((run) => run.words).join('')).join('\n'))
      const boldWords = paragraphs.flat().flatMap((run) => (run.bold ? run.words : ''))
      expect(
        marks
          .map(({ start, end }) => text.slice(start, end))
          .join('')
          .replace(/\s/g, ''),
      ).toBe(boldWords.join('').replace(/\s/g, ''))
    }),
    { numRuns: 300 },
  )
})

test('broken files give the words that they hold', () => {
  expect(readRtf(Buffer.from('{\\rtf1 en {\\b två')).text).toBe('en två')
  expect(readRtf(Buffer.from('{\\rtf1 en}} två}\\par tre')).text).toBe('en två\ntre')
  expect(text('{\\pict\\bin999999999 00}ord')).toBe('ord')
  expect(text("a\\bin-5 b\\u99999999999 ?c\\'zzd")).toBe('abczzd')
  for (let cut = 6; cut < 60; cut++)
    expect(() => readRtf(rtf("{\\fonttbl{\\f0 A;}}x\\'e5\\u229 ?{\\footnote a}{\\pict 00}\\trowd b\\cell\\row").subarray(0, cut))).not.toThrow()
})

test('nothing is too deep or too long to be answered quickly', () => {
  const timed = (bytes: Buffer): string => {
    const began = performance.now()
    let answer = ''
    try {
      answer = readRtf(bytes).text
    } catch (error) {
      answer = (error as Error).message
    }
    expect(performance.now() - began).toBeLessThan(9000)
    return answer
  }
  expect(timed(Buffer.from(`{\\rtf1 ${'{\\b '.repeat(100_000)}djupt`))).toBe('refusal.import-too-nested')
  expect(timed(Buffer.alloc(50_000_000, '{'))).toBe('refusal.import-too-nested')
  expect(timed(Buffer.concat([Buffer.from('{\\rtf1 '), Buffer.alloc(6_000_000, '{}')]))).toBe('')
  expect(timed(Buffer.concat([Buffer.from('{\\rtf1 '), Buffer.alloc(4_000_000, "\\'e5")]))).toHaveLength(1_000_000)
  expect(timed(Buffer.concat([Buffer.from('{\\rtf1 '), Buffer.alloc(6_000_000, '\\u229?')]))).toHaveLength(1_000_000)
}, 30_000)
