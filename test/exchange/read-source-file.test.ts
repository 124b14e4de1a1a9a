import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asGuessed } from '../../src/domain/read-options.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { editKinds } from '../../src/domain/text-edit.ts'
import { readSourceFile } from '../../src/exchange/read-source-file.ts'
import { bombOf, docxOf, paragraph, zipOf } from '../support/docx.ts'

const read = async (bytes: Buffer, name: string) => (await readSourceFile(bytes, name, 'sv'))[0]!
const list = (words: string, kind: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${kind}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`

test('a Word document becomes lines, and its speakers are found', async () => {
  const source = await read(await docxOf(['I: Hej?', 'R: Jo.', 'Och så.'].map(paragraph).join('')), 'intervju_älvbro.docx')
  expect(source).toMatchObject({ title: 'intervju_älvbro', caseName: 'Älvbro', text: 'I: Hej?\nR: Jo.\nOch så.', repairs: [], losses: [] })
  expect(source.speakers.map((speaker) => speaker.role)).toEqual(['interviewer', 'informant'])
})

test('any paragraphs come back as they were written', async () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '<', '&', '"', '😴', '–', '.'), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (lines) => {
      fc.pre(lines.some((line) => line.trim() !== ''))
      const untouched = { ...asGuessed, refused: editKinds }
      expect((await readSourceFile(await docxOf(lines.map(paragraph).join('')), 'a.docx', 'sv', untouched))[0]!.text).toBe(lines.join('\n'))
    }),
    { numRuns: 25 },
  )
})

test('tables, lists, line breaks and tabs are readable; what can’t be kept is told', async () => {
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`
  const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`
  const body = `${list('ett', '1')}${list('två', '1')}${paragraph('mellan')}${list('prick', '2')}<w:tbl><w:tr>${cell('År')}${cell('Antal')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl><w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>borta</w:delText></w:r></w:del></w:p>`
  const header = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Sidhuvud</w:t></w:r></w:p></w:hdr>'
  const source = await read(
    await docxOf(body, { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': links, 'word/header1.xml': header }),
    'a.docx',
  )
  expect(source.text).toBe('1. ett\n2. två\nmellan\n• prick\nÅr\tAntal\n1\t2\na\nb\tc\n')
  expect(source.repairs).toEqual([
    { kind: 'lists', count: 3 },
    { kind: 'tables', count: 1 },
  ])
  expect(source.losses).toEqual([
    { kind: 'deleted-text', count: 1 },
    { kind: 'headers', count: 1 },
  ])
})

test.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
  ['nothing', 'a.txt', () => Buffer.alloc(0), 'refusal.import-empty'],
  ['spaces', 'a.txt', () => Buffer.from(' \n\t\n'), 'refusal.import-no-words'],
  ['noise', 'a.txt', () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 'refusal.import-no-text'],
  ['noise named docx', 'a.docx', () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 'refusal.import-not-docx'],
  ['text named docx', 'a.docx', () => Buffer.from('hej'), 'refusal.import-not-docx'],
  ['another zip', 'a.docx', () => zipOf({ 'a.txt': 'hej' }), 'refusal.import-not-docx'],
  ['a zip cut short', 'a.docx', async () => (await docxOf(paragraph('hej'))).subarray(0, 300), 'refusal.import-broken-zip'],
  [
    'a document that is no XML',
    'a.docx',
    () => zipOf({ '[Content_Types].xml': '<a/>', '_rels/.rels': '<a/>', 'word/document.xml': '<w:document><w:p>' }),
    'refusal.import-broken-docx',
  ],
  ['pictures alone', 'a.docx', () => docxOf('<w:p/>'), 'refusal.import-no-words'],
  ['an XML with a DOCTYPE', 'a.docx', () => docxOf(paragraph('hej'), { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }), 'refusal.import-doctype'],
  ['an old Word file', 'a.doc', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), 'refusal.import-old-word'],
  [
    'a protected Word file',
    'a.docx',
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'refusal.import-password',
  ],
  ['a PDF that is none', 'a.txt', () => Buffer.from('%PDF-1.7 hej'), 'refusal.import-broken-pdf'],
  ['a recording', 'a.mp3', () => Buffer.from('ID3'), 'refusal.import-recording'],
])('%s is refused in a sentence of its own', async (_, name, bytes, key) => {
  const refusal = await read(await bytes(), name).catch((error) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal.key).toBe(key)
})

test('a bomb is refused at once, also where its sizes lie', async () => {
  const bomb = bombOf('word/document.xml', 400)
  const media = bombOf('word/media/a.png', 400)
  const lying = bombOf('word/document.xml', 400, 1000)
  const before = process.memoryUsage().rss
  const began = performance.now()
  for (const [bytes, key] of [
    [bomb, 'refusal.import-bomb'],
    [media, 'refusal.import-bomb'],
    [lying, 'refusal.import-broken-zip'],
  ] as const)
    await expect(read(bytes, 'a.docx')).rejects.toThrow(key)
  expect(performance.now() - began).toBeLessThan(2000)
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test('five megabytes in one line are read', async () => {
  const source = await read(Buffer.from('ord '.repeat(1_250_000)), 'a.txt')
  expect(source.text.length).toBe(5_000_000)
})

test('what was mended in the bytes is told', async () => {
  const source = await read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('hej\r\ndå', 'utf16le')]), 'a.txt')
  expect(source.text).toBe('hej\ndå')
  expect(source.repairs).toEqual([
    { kind: 'encoding', count: 1, example: 'utf-16le' },
    { kind: 'bom', count: 1 },
    { kind: 'line-ends', count: 1 },
  ])
})

test('a plain text of too many lines is refused', async () => {
  await expect(read(Buffer.from('a\n'.repeat(300_000)), 'a.txt')).rejects.toMatchObject({ key: 'refusal.import-many-lines' })
})
