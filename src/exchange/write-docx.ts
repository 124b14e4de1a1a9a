import { type Block, type Columns, type Contents, headingsOf, levelOf, type MarginNote, type Paragraph, type Run, runsOf, wordsOf } from '../domain/document.ts'
import { partsBeside, styles, WORD, XML } from './docx-parts.ts'
import { tableOf } from './docx-table.ts'
import { inXml } from './in-xml.ts'
import { gather, writeZip, type ZipEntry } from './write-zip.ts'

export type DocxOptions = { readonly pages?: 'upright' | 'across'; readonly notes?: readonly MarginNote[] }

/** A Word document, the same bytes every time; its pages stand, or lie across; notes are Word's own, in the margin. Characters that XML can't hold are left out. */
export async function writeDocx(blocks: readonly Block[], options: DocxOptions = {}): Promise<Uint8Array> {
  return gather(docxPieces(blocks, options))
}

/** The same as it comes. */
export function docxPieces(blocks: readonly Block[], { pages = 'upright', notes = [] }: DocxOptions = {}): AsyncGenerator<Uint8Array, void> {
  const beside = Object.entries(partsBeside(notes)).map(([name, content]): ZipEntry => ({ name, content: XML + content }))
  return writeZip([...beside, { name: 'word/document.xml', content: bodyOf(blocks, pages) }])
}

const sections = {
  upright:
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>',
  across:
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>',
}

function* bodyOf(blocks: readonly Block[], pages: keyof typeof sections): Generator<string, void> {
  yield `${XML}<w:document xmlns:w="${WORD}"><w:body>`
  const open: OpenNotes = { ids: new Set(), last: lastRunOfNotes(blocks) }
  let heading = 0
  for (const block of blocks) {
    if ('heads' in block) yield tableOf(block, pages)
    else if ('names' in block) yield columnsOf(block, open)
    else if ('contents' in block) yield contentsOf(block, blocks)
    else yield paragraphOf(block, open, levelOf(block) === undefined ? undefined : heading++)
  }
  yield `${sections[pages]}</w:body></w:document>`
}

/** `within`: in a cell, where nothing stands before it, and which no style keeps on the page of the next: LibreOffice would keep the whole table. */
function paragraphOf(block: Paragraph, open: OpenNotes, heading?: number, within = false): string {
  const runs = runsOf(block).map((run) => runOf(run, open))
  const words =
    heading === undefined ? runs.join('') : `<w:bookmarkStart w:id="${heading}" w:name="_Toc${heading}"/>${runs.join('')}<w:bookmarkEnd w:id="${heading}"/>`
  return `<w:p><w:pPr><w:pStyle w:val="${styles[block.style].id}"/>${within ? '<w:keepNext w:val="0"/><w:spacing w:before="0" w:after="60"/>' : ''}</w:pPr>${words}</w:p>`
}

function columnsOf({ widths, names, rows }: Columns, open: OpenNotes): string {
  const line = (side: string, size: number) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="777777"/>`
  const borders = `<w:tblBorders>${line('top', 8)}${line('bottom', 8)}${line('insideH', 4)}${line('insideV', 4)}</w:tblBorders>`
  const cell = (paragraphs: readonly Paragraph[], at: number, strong: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${strong ? '<w:shd w:val="clear" w:color="auto" w:fill="F0F1F1"/>' : ''}</w:tcPr>${paragraphs.map((one) => paragraphOf(one, open, undefined, true)).join('') || '<w:p/>'}</w:tc>`
  const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${names.map((text, at) => cell([{ style: 'name', text }], at, true)).join('')}</w:tr>`
  const body = rows.map(
    ({ cells, strong = false }) =>
      `<w:tr>${isShort(cells) ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}${cells.map((one, at) => cell(one, at, strong)).join('')}</w:tr>`,
  )
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const margins = '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body.join('')}</w:tbl>`
}

/** UTF-16 units in a row that stays on one page: some six lines. A longer one would leave the rest of a page empty. */
const SHORT = 600
function isShort(cells: readonly (readonly Paragraph[])[]): boolean {
  return cells.flat().reduce((sum, one) => sum + wordsOf(one).length, 0) <= SHORT
}

/** Notes that lie on what is written, and on which run each ends. */
type OpenNotes = { ids: Set<number>; last: ReadonlyMap<number, Run> }
function lastRunOfNotes(blocks: readonly Block[]): Map<number, Run> {
  const last = new Map<number, Run>()
  for (const block of blocks) if ('style' in block) for (const run of runsOf(block)) for (const id of run.notes ?? []) last.set(id, run)
  return last
}

const looks = { context: 'QuoteContext', cite: 'QuoteReference' } as const

function runOf(run: Run, open: OpenNotes): string {
  let before = ''
  let after = ''
  for (const id of run.notes ?? []) {
    if (!open.ids.has(id)) before += `<w:commentRangeStart w:id="${id}"/>`
    open.ids.add(id)
    if (open.last.get(id) === run) after += `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  }
  const look = run.look ? `<w:rPr><w:rStyle w:val="${looks[run.look]}"/></w:rPr>` : ''
  return `${before}${linesOf(run.text, look)}${after}`
}

/** Lines of one paragraph, parted by breaks. */
function linesOf(text: string, look: string): string {
  return text
    .split('\n')
    .map((line, at) => `<w:r>${look}${at > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${inXml(line)}</w:t></w:r>`)
    .join('')
}

const field = (kind: 'begin' | 'separate' | 'end') => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`

/** A field that Word brings in step on demand, already with its links; a page is not known here. */
function contentsOf({ contents }: Contents, blocks: readonly Block[]): string {
  const head = `<w:p><w:pPr><w:pStyle w:val="${styles.name.id}"/></w:pPr>${linesOf(contents, '')}</w:p>`
  const headings = headingsOf(blocks)
  if (headings.length === 0) return ''
  const begin = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>${field('separate')}`
  const lines = headings.map(({ level, words }, at) => {
    const link = `<w:hyperlink w:anchor="_Toc${at}" w:history="1">${linesOf(words, '')}</w:hyperlink>`
    return `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/></w:pPr>${at === 0 ? begin : ''}${link}${at === headings.length - 1 ? field('end') : ''}</w:p>`
  })
  return head + lines.join('')
}
