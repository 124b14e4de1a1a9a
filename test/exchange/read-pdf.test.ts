import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPdf } from '../../src/exchange/read-pdf.ts'
import { type Drawn, linesAt, pdfOf } from '../support/pdf.ts'

const marksOf = ({ text, marks }: Awaited<ReturnType<typeof readPdf>>) =>
  marks.map((mark) => `${mark.kind}${mark.kind === 'heading' ? mark.level : ''}: ${text.slice(mark.start, mark.end)}`)
const filler = (sign: string, at: number) => `${sign}${at} vi gick ner till kvarnen vid ån ${'och bro'.slice(0, at % 7)}`
const column = (sign: string, count: number, x: number, y: number): Drawn[] =>
  linesAt(
    Array.from({ length: count }, (_, at) => filler(sign, at)),
    { x, y },
  )
/** The same words, drawn in another order. */
const shuffled = (words: readonly Drawn[]) => [...words].sort((a, b) => ((a.x * 7 + a.y * 13) % 31) - ((b.x * 7 + b.y * 13) % 31))
const begins = (text: string) => text.split('\n').map((line) => line.split(' ')[0])

test('pages are parted, and paragraphs where the lines clearly are', async () => {
  const head = { words: 'Rapport om kvarnen', x: 60, y: 40, size: 9 }
  const page = (number: string) => [head, ...linesAt(['ett', 'två', 'tre', '', 'fyra', 'fem']), { words: number, x: 290, y: 810, size: 9 }]
  const raw = await readPdf(pdfOf([page('1'), page('2')]))
  const wanted = (number: string) => `Rapport om kvarnen\n\nett\ntvå\ntre\n\nfyra\nfem\n\n${number}`
  expect(raw.text).toBe(`${wanted('1')}\f${wanted('2')}`)
  expect(raw.layout).toBe('lines')
})

test('a first line that is drawn in begins a paragraph; the second line of what hangs does not', async () => {
  const lines = ['Vi bodde vid ån i många år, och där var det lugnt.', 'Sedan kom bron, och allt blev annorlunda', 'för oss som bodde kvar.']
  const at = (drawnIn: number[]) => lines.map((words, row) => ({ words, x: drawnIn.includes(row) ? 74 : 60, y: 80 + 14 * row }))
  expect((await readPdf(pdfOf([at([1])]))).text).toBe(`${lines[0]}\n\n${lines[1]}\n${lines[2]}`)
  const hanging = ['Alm, Berit: Bron vid ån och', 'andra berättelser.', 'Ek, Siv: Kvarnen.'].map((words, row) => ({
    words,
    x: row === 1 ? 74 : 60,
    y: 80 + 14 * row,
  }))
  expect((await readPdf(pdfOf([hanging]))).text).toBe('Alm, Berit: Bron vid ån och\nandra berättelser.\nEk, Siv: Kvarnen.')
})

test('words that were drawn apart come together by where they stand', async () => {
  const words = [
    { words: 'bodde', x: 96, y: 100 },
    { words: 'Hon', x: 60, y: 100.4 },
    { words: 'dä', x: 136, y: 100 },
    { words: 'r', x: 148.3, y: 100 },
    { words: '4', x: 152.2, y: 96, size: 6 },
    { words: 'Hon', x: 60.2, y: 100.4 },
  ]
  expect((await readPdf(pdfOf([words]))).text).toBe('Hon bodde där4')
})

test('columns are read one after the other, whatever order they were drawn in; what goes across stays between', async () => {
  const page = [
    { words: 'Huvud', x: 60, y: 30, size: 9 },
    { words: 'Sida', x: 510, y: 30, size: 9 },
    { words: 'Kvarnen vid den långa ån genom hela Ljungviks kommun', x: 60, y: 70, size: 18 },
    ...column('A', 12, 60, 110),
    ...column('B', 12, 310, 112),
    { words: 'Tvärs över hela sidan går denna rad, som hör till båda spalterna och skiljer dem åt.', x: 60, y: 300 },
    ...column('C', 8, 60, 330),
    ...column('D', 6, 310, 330),
    { words: '7', x: 296, y: 800, size: 9 },
  ]
  const { text } = await readPdf(pdfOf([shuffled(page)]))
  const run = (sign: string, count: number) => Array.from({ length: count }, (_, at) => `${sign}${at}`)
  const wanted = ['Huvud', '', 'Kvarnen', '', ...run('A', 12), ...run('B', 12), '', 'Tvärs', '', ...run('C', 8), ...run('D', 6), '', '7']
  expect(begins(text)).toEqual(wanted)
})

test('speakers in a margin and the cells of a table are read across', async () => {
  const turns = Array.from({ length: 12 }, (_, at) => [
    { words: at % 2 ? 'Informant:' : 'Intervjuare:', x: 60, y: 80 + at * 28 },
    ...linesAt([filler('x', at), filler('y', at)], { x: 150, y: 80 + at * 28 }),
  ])
  expect(begins((await readPdf(pdfOf([turns.flat()]))).text).filter((word) => word !== '')).toEqual(
    turns.flatMap((_, at) => [at % 2 ? 'Informant:' : 'Intervjuare:', `y${at}`]),
  )
  const cells = ['År', 'Antal', 'Andel', '2019', '12', '4', '2020', '14', '5', '2021', '9', '3', '2022', '8', '2']
  const table = cells.map((words, at) => ({ words, x: 60 + 150 * (at % 3), y: 80 + 14 * Math.floor(at / 3) }))
  expect((await readPdf(pdfOf([shuffled(table)]))).text).toBe('År\tAntal\tAndel\n2019\t12\t4\n2020\t14\t5\n2021\t9\t3\n2022\t8\t2')
})

test('what is bold or italic is known by its font, headings by their size', async () => {
  const page: Drawn[] = [
    { words: 'Samtal', x: 60, y: 60, size: 20 },
    { words: 'Bakgrund', x: 60, y: 90, size: 15 },
    { words: 'Vad gjorde du innan, och', x: 60, y: 120, font: 'bold' },
    { words: 'varför slutade du?', x: 60, y: 134, font: 'bold' },
    { words: 'Jag var', x: 60, y: 156 },
    { words: 'kvar', x: 102, y: 156, font: 'italic' },
    { words: 'länge vid ån, och sedan vid sjön.', x: 128, y: 156 },
  ]
  const raw = await readPdf(pdfOf([page]))
  expect(marksOf(raw)).toEqual(['heading1: Samtal', 'heading2: Bakgrund', 'bold: Vad gjorde du innan, och\nvarför slutade du?', 'italic: kvar'])
})

test('pages that lie on their side are read; a watermark is left out and told', async () => {
  const upright = linesAt(['ett', 'två']).map((one): Drawn => ({ ...one, x: one.y, y: 700 - one.x, turn: 90 }))
  const raw = await readPdf(pdfOf([upright, [...linesAt(['tre']), { words: 'UTKAST', x: 200, y: 500, size: 70, turn: 45 }], []]))
  expect(raw.text).toBe('ett\ntvå\ftre\f')
  expect(raw.losses).toEqual([
    { kind: 'slanted-text', count: 1 },
    { kind: 'pages-without-text', count: 1 },
  ])
  const rotated = pdfOf([linesAt(['ett', 'två'])], { page: '/Rotate 90' })
  expect((await readPdf(rotated)).text).toBe('ett\ntvå')
})

test('scripts and programs that a PDF would start are told and never run', async () => {
  const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.ran = 1) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >>'
  const raw = await readPdf(pdfOf([linesAt(['I: Hej?'])], { catalog }))
  expect(raw.text).toBe('I: Hej?')
  expect(raw.losses).toEqual([{ kind: 'scripts', count: 1 }])
  expect(globalThis).not.toHaveProperty('ran')
})

const locked = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`
const one = pdfOf([linesAt(['ord'])])

test.each([
  ['one with a password', pdfOf([linesAt(['ord'])], { trailer: locked }), 'refusal.import-password'],
  ['one of pictures alone', pdfOf([[], []]), 'refusal.import-scanned'],
  ['noise', Buffer.from('%PDF-1.7 hej'), 'refusal.import-broken-pdf'],
  ['one cut short', one.subarray(0, 300), 'refusal.import-broken-pdf'],
  ['pages that hold themselves', Buffer.from(one.toString('latin1').replace('/Kids [6 0 R]', '/Kids [2 0 R]'), 'latin1'), 'refusal.import-broken-pdf'],
])('%s is refused', async (_, bytes, key) => {
  await expect(readPdf(bytes)).rejects.toThrow(key)
})

test('a packed stream is read, and one that holds without end is refused before anybody reads it', async () => {
  const packed = (content: Buffer, about = '/Filter /FlateDecode') => {
    const stream = deflateSync(content).toString('latin1')
    return Buffer.from(
      one
        .toString('latin1')
        .replace(/<< \/Length \d+ >>\nstream\n[\s\S]*?\nendstream/, () => `<< /Length ${stream.length} ${about} >>\nstream\n${stream}\nendstream`),
      'latin1',
    )
  }
  const content = /stream\n([\s\S]*?)\nendstream/.exec(one.toString('latin1'))![1]!
  expect((await readPdf(packed(Buffer.from(content, 'latin1')))).text).toBe('ord')
  const before = process.memoryUsage().rss
  await expect(readPdf(packed(Buffer.alloc(120_000_000, 32)))).rejects.toThrow('refusal.import-bomb')
  await expect(readPdf(packed(deflateSync(Buffer.alloc(1000)), '/Filter [/FlateDecode /FlateDecode]'))).rejects.toThrow('refusal.import-bomb')
  expect(process.memoryUsage().rss - before).toBeLessThan(350_000_000)
})

test('300 pages of 120,000 words are read in seconds, within their memory', async () => {
  const page = linesAt(Array.from({ length: 45 }, (_, at) => `${filler('r', at)} ${filler('s', at)}`.slice(0, 90)))
  const bytes = pdfOf(Array(300).fill(page))
  const before = process.memoryUsage().rss
  const began = process.cpuUsage()
  const { text } = await readPdf(bytes)
  expect(text.split('\f')).toHaveLength(300)
  expect(process.cpuUsage(began).user).toBeLessThan(15_000_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
}, 60_000)
