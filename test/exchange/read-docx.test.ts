import { expect, test } from 'vitest'
import { readDocx } from '../../src/exchange/read-docx.ts'
import { docxOf, paragraph, zipOf } from '../support/docx.ts'
import { renamed } from '../support/packed.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const styled = (style: string, words: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
const item = (list: number, words: string, level = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
const marksOf = ({ text, marks }: Awaited<ReturnType<typeof readDocx>>) =>
  marks.map((mark) => `${mark.kind}${mark.kind === 'heading' ? mark.level : ''}: ${text.slice(mark.start, mark.end)}`)

test('headings and what is bold are known by their styles, also those that styles are based on', async () => {
  const styles = `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="R2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="Q"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="O"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`
  const plain = '<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:rPr><w:b w:val="false"/></w:rPr><w:t>lugn</w:t></w:r></w:p>'
  const raw = await readDocx(await docxOf(styled('O', 'Ett') + styled('R2', 'Två') + styled('Q', 'Vad?') + plain, { 'word/styles.xml': styles }))
  expect(marksOf(raw)).toEqual(['heading1: Ett', 'heading2: Två', 'bold: Vad?'])
})

test('a letter in pieces that were set apart stays whole under its mark', async () => {
  const body = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Sma</w:t></w:r><w:r><w:t>\u030alandet</w:t></w:r></w:p>'
  const raw = await readDocx(await docxOf(body))
  expect(raw.text).toBe('Smålandet')
  expect(marksOf(raw)).toEqual(['bold: Små'])
})

test('numbers of a list run on past what stands between, as Word shows them', async () => {
  const level = (at: number, format: string, sign: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/></w:lvl>`
  const numbering = `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="7">${level(0, 'decimal', 'Fråga %1:')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`
  const body = [
    item(1, 'Var?'),
    paragraph('Här.'),
    item(1, 'När?'),
    item(1, 'då', 1),
    item(1, 'nu', 1),
    item(1, 'Hur?'),
    item(1, 'så', 1),
    item(2, 'Om?'),
  ].join('')
  const raw = await readDocx(await docxOf(body, { 'word/numbering.xml': numbering }))
  expect(raw.text).toBe('Fråga 1: Var?\nHär.\nFråga 2: När?\na) då\nb) nu\nFråga 3: Hur?\na) så\nFråga 9: Om?')
  expect(raw.repairs).toEqual([{ kind: 'lists', count: 7 }])
})

test('notes stand last under their numbers, in the order of the text', async () => {
  const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const note = (kind: string, id: number, words: string) =>
    `<w:${kind} w:id="${id}"><w:p><w:r><w:t xml:space="preserve"> ${words}</w:t></w:r></w:p></w:${kind}>`
  const body = `<w:p><w:r><w:t>Ån</w:t></w:r>${refer('endnote', 3)}${refer('footnote', 2)}</w:p>`
  const raw = await readDocx(
    await docxOf(body, {
      'word/footnotes.xml': `<w:footnotes ${WORD}>${note('footnote', -1, 'streck')}${note('footnote', 2, 'vid kvarnen')}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes ${WORD}>${note('endnote', 3, 'i norr')}</w:endnotes>`,
    }),
  )
  expect(raw.text).toBe('Ån[1][2]\n[1] i norr\n[2] vid kvarnen')
  expect(raw.repairs).toEqual([{ kind: 'notes', count: 2 }])
})

test('a text box is read once, after its paragraph; tables in tables keep their cells', async () => {
  const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`
  const twice = `<w:p><w:r><w:t>Före </w:t></w:r><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="wps"><w:drawing>${box('i rutan')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('i rutan')}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>efter</w:t></w:r></w:p>`
  const inner = `<w:tbl><w:tr><w:tc>${paragraph('c')}</w:tc><w:tc>${paragraph('d')}</w:tc></w:tr></w:tbl>`
  const table = `<w:tbl><w:tr><w:tc>${paragraph('a')}${paragraph('b')}</w:tc><w:tc>${inner}</w:tc></w:tr></w:tbl>`
  const raw = await readDocx(await docxOf(twice + table))
  expect(raw.text).toBe('Före efter\ni rutan\na\nb\tc\td')
  expect(raw.repairs).toEqual([{ kind: 'tables', count: 2 }])
})

test('changes are read as they were accepted; what is hidden, moved or a comment is told and left out', async () => {
  const run = (words: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
  const joined = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Vi gick ')}</w:p>`
  const changed = `<w:p><w:del>${'<w:r><w:delText>sprang</w:delText></w:r>'}</w:del><w:ins>${run('hem')}</w:ins><w:moveFrom>${run('bort')}</w:moveFrom>${run(' Berit', '<w:vanish/>')}${run('.')}</w:p>`
  const comments = `<w:comments ${WORD}><w:comment w:id="1">${paragraph('Se över')}</w:comment></w:comments>`
  const raw = await readDocx(await docxOf(joined + changed, { 'word/comments.xml': comments }))
  expect(raw.text).toBe('Vi gick hem.')
  expect(raw.losses).toEqual([
    { kind: 'comments', count: 1 },
    { kind: 'deleted-text', count: 1 },
    { kind: 'hidden-text', count: 1 },
  ])
})

test('the strict form, other prefixes, UTF-16 and a document by another name are read', async () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}" Target="/ord/Document2.xml"/></Relationships>`
  const document =
    '<?xml version="1.0" encoding="UTF-16"?><document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>Blåst</t></r></p></body></document>'
  for (const encoding of ['utf-8', 'utf16le'] as const) {
    const bytes = Buffer.from(`\ufeff${encoding === 'utf-8' ? document.replace('UTF-16', 'UTF-8') : document}`, encoding)
    expect((await readDocx(await docxOf('', { '_rels/.rels': links, 'ord/Document2.xml': bytes }))).text).toBe('Blåst')
  }
  expect((await readDocx(await zipOf({ 'word/document.xml': document.replace('UTF-16', 'UTF-8') }))).text).toBe('Blåst')
  await expect(readDocx(await zipOf({ '_rels/.rels': links }))).rejects.toThrow('refusal.import-not-docx')
})

test.each([
  ['a name that points outside', async () => renamed(await docxOf('', { 'abc/x.txt': 'x' }), 'abc/x.txt', '../../x.t'), 'refusal.import-odd-names'],
  ['XML that breaks off', () => docxOf('<w:p><w:r>'), 'refusal.import-broken-docx'],
  [
    'entities that breed',
    () => docxOf('', { 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;">]><a>&c;</a>` }),
    'refusal.import-doctype',
  ],
  ['an entity of nobody', () => docxOf('<w:p><w:r><w:t>&xxe;</w:t></w:r></w:p>'), 'refusal.import-broken-docx'],
  ['more lines than a thread has memory for', () => docxOf(paragraph('o').repeat(300_001)), 'refusal.import-many-lines'],
  ['ten million characters and one', () => docxOf(paragraph('ord '.repeat(2_500_001))), 'refusal.import-too-long'],
])('%s is refused', async (_, make, key) => {
  await expect(readDocx(await make())).rejects.toThrow(key)
})

test('a document of 300,000 words in runs of one word each is read in seconds, within its memory', async () => {
  const words = Array.from({ length: 60 }, (_, at) => `<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">ord${at} </w:t></w:r>`).join('')
  const bytes = await docxOf(`<w:p>${words}</w:p>`.repeat(5000))
  const before = process.memoryUsage().rss
  const began = process.cpuUsage()
  const raw = await readDocx(bytes)
  expect(raw.text.split('\n')).toHaveLength(5000)
  expect(process.cpuUsage(began).user).toBeLessThan(10_000_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000)
}, 60_000)
