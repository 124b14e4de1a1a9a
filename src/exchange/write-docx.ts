// @ts-expect-error yazl has no types
import yazl from 'yazl'

/** A paragraph of a document: what it is, and its words. */
export type DocxParagraph = { readonly style: keyof typeof styles; readonly text: string }

/** A table: its head stands again on each page. `heat` (0-4) shades a cell, `depth` moves a name in. */
type DocxTable = { readonly heads: readonly DocxCell[]; readonly rows: readonly (readonly DocxCell[])[] }
export type DocxCell = { readonly text: string; readonly heat?: number; readonly depth?: number; readonly number?: boolean }
/** Columns of running text, as wide as told in twentieths of a point: their heads stand again on each page, a row may go on over its end. `strong` rows are shaded. */
export type DocxColumns = { readonly widths: readonly number[]; readonly names: readonly string[]; readonly rows: readonly DocxColumnsRow[] }
export type DocxColumnsRow = { readonly cells: readonly (readonly DocxParagraph[])[]; readonly strong?: boolean }
export type DocxBlock = DocxParagraph | DocxTable | DocxColumns

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Half-points of the letters, twentieths of a point before and after, and what else a style is. Names are those that Word knows. */
const styles = {
  title: { id: 'Title', name: 'Title', size: 44, before: 0, after: 240, more: '<w:b/>', level: null },
  heading1: { id: 'Heading1', name: 'heading 1', size: 34, before: 480, after: 120, more: '<w:b/>', level: 0 },
  heading2: { id: 'Heading2', name: 'heading 2', size: 28, before: 360, after: 80, more: '<w:b/>', level: 1 },
  heading3: { id: 'Heading3', name: 'heading 3', size: 24, before: 280, after: 60, more: '<w:b/>', level: 2 },
  name: { id: 'CaseName', name: 'Case name', size: 21, before: 160, after: 20, more: '<w:b/>', level: null },
  note: { id: 'BodyNote', name: 'Body note', size: 20, before: 0, after: 60, more: '<w:i/>', level: null },
  text: { id: 'BodyText', name: 'Body Text', size: 22, before: 0, after: 80, more: '', level: null },
  quote: { id: 'Quote', name: 'Quote', size: 22, before: 0, after: 80, more: '', level: null },
} as const

/** A Word document of paragraphs in a few styles and of tables, the same bytes every time; its pages stand, or lie across. Characters that XML can't hold are left out. */
export async function writeDocx(blocks: readonly DocxBlock[], pages: 'upright' | 'across' = 'upright'): Promise<Uint8Array> {
  const body = blocks.map((block) => ('heads' in block ? tableOf(block) : 'widths' in block ? columnsOf(block) : paragraphOf(block)))
  const zip = new yazl.ZipFile()
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${Object.values(styles).map(styleOf).join('')}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}${sections[pages]}</w:body></w:document>`,
  }
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(XML + content), name, { mtime: SAME, forceDosTimestamp: true })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
const SAME = new Date(2026, 0, 1)
const sections = {
  upright: '<w:sectPr><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>',
  across:
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>',
}

/** `within`: in a cell, where nothing stands before it. */
function paragraphOf({ style, text }: DocxParagraph, within = false): string {
  const spacing = within ? '<w:spacing w:before="0" w:after="60"/>' : ''
  return `<w:p><w:pPr><w:pStyle w:val="${styles[style].id}"/>${spacing}</w:pPr><w:r><w:t xml:space="preserve">${inXml(text)}</w:t></w:r></w:p>`
}

const FIRST = 3400
const WIDTH = 14_800
const shades = ['', 'F0F1F1', 'DCDEDE', 'C4C7C7', 'A6AAAA']

function tableOf({ heads, rows }: DocxTable): string {
  const width = Math.floor((WIDTH - FIRST) / Math.max(1, heads.length - 1))
  const grid = heads.map((_, at) => `<w:gridCol w:w="${at === 0 ? FIRST : width}"/>`).join('')
  const line = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/>'
  const borders = `<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="111111"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="111111"/>${line}</w:tblBorders>`
  const row = (cells: readonly DocxCell[], head: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:trHeight w:val="1700" w:hRule="atLeast"/><w:tblHeader/>' : ''}</w:trPr>${cells.map((cell, at) => cellOf(cell, at === 0 ? FIRST : width, head && at > 0)).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="${FIRST + width * (heads.length - 1)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(heads, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`
}

function columnsOf({ widths, names, rows }: DocxColumns): string {
  const line = (side: string, size: number) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="777777"/>`
  const borders = `<w:tblBorders>${line('top', 8)}${line('bottom', 8)}${line('insideH', 4)}${line('insideV', 4)}</w:tblBorders>`
  const cell = (paragraphs: readonly DocxParagraph[], at: number, strong: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${strong ? '<w:shd w:val="clear" w:color="auto" w:fill="F0F1F1"/>' : ''}</w:tcPr>${paragraphs.map((one) => paragraphOf(one, true)).join('') || '<w:p/>'}</w:tc>`
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${names.map((text, at) => cell([{ style: 'name', text }], at, true)).join('')}</w:tr>`
  const body = rows.map(({ cells, strong = false }) => `<w:tr>${cells.map((one, at) => cell(one, at, strong)).join('')}</w:tr>`)
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const margins = '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>`
}

function cellOf({ text, heat = 0, depth = 0, number }: DocxCell, width: number, head: boolean): string {
  const shade = heat > 0 ? `<w:shd w:val="clear" w:color="auto" w:fill="${shades[heat]}"/>` : ''
  const place = number ? '<w:jc w:val="center"/>' : `<w:ind w:left="${depth * 200}"/>`
  const paragraph = `<w:p><w:pPr><w:spacing w:before="20" w:after="20"/>${place}</w:pPr><w:r><w:rPr>${head ? '<w:b/>' : ''}<w:sz w:val="17"/></w:rPr><w:t xml:space="preserve">${inXml(text)}</w:t></w:r></w:p>`
  // A head of many letters over a narrow column is read from below.
  const turned = head ? '<w:textDirection w:val="btLr"/><w:vAlign w:val="center"/>' : ''
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}${turned}</w:tcPr>${paragraph}</w:tc>`
}

function styleOf({ id, name, size, before, after, more, level }: (typeof styles)[keyof typeof styles]): string {
  const outline = level === null ? '' : `<w:keepNext/><w:spacing w:before="${before}" w:after="${after}"/><w:outlineLvl w:val="${level}"/>`
  const spacing = outline || `<w:spacing w:before="${before}" w:after="${after}"/>`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${spacing}</w:pPr><w:rPr>${more}<w:sz w:val="${size}"/></w:rPr></w:style>`
}

function inXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}
