import { columnLetters } from '../domain/column-letters.ts'
import type { TableCell } from '../domain/table.ts'
import { inXml } from './in-xml.ts'
import { gather, writeZip, type ZipEntry } from './write-zip.ts'

/** A table as it comes: its rows may be made while they are written. */
export type Sheet = { readonly name: string; readonly columns: readonly string[]; readonly rows: Iterable<readonly TableCell[]> }

/** Tables as the sheets of a workbook: first row and first column stay in view, words are never run as formulas. Excel's own limits hold (31 characters a name). */
export async function xlsxOf(...tables: (Sheet | undefined)[]): Promise<Uint8Array> {
  return gather(xlsxPieces(tables.filter((table) => table !== undefined)))
}

/** The same as it comes. What a cell has no room for stands whole, in parts, on a last sheet, by its sheet and cell. */
export function xlsxPieces(tables: readonly Sheet[]): AsyncGenerator<Uint8Array, void> {
  return writeZip(entriesOf(tables))
}

/** Units that a cell may hold, some of them left for what says where the rest is. */
const MOST = 32_767
const PART = 32_000
type Long = [sheet: string, cell: string, part: number, text: string]

function* entriesOf(tables: readonly Sheet[]): Generator<ZipEntry, void> {
  const long: Long[] = []
  const names: string[] = []
  for (const table of tables) {
    names.push(nameOf(table.name, names))
    yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetOf(table, names.at(-1)!, long) }
  }
  if (long.length > 0) {
    names.push(nameOf('long texts', names))
    const rest = { name: '', columns: ['sheet', 'cell', 'part', 'text'], rows: long }
    yield { name: `xl/worksheets/sheet${names.length}.xml`, content: sheetOf(rest, '', []) }
  }
  for (const [name, content] of Object.entries(partsBeside(names))) yield { name, content: XML + content }
}

function nameOf(name: string, taken: readonly string[]): string {
  const fit = inXml(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31)).trim() || 'Utsaga'
  return taken.includes(fit) ? `${fit.slice(0, 28)} ${taken.length + 1}` : fit
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const top = '<alignment vertical="top"/>'

function partsBeside(names: readonly string[]): Record<string, string> {
  const each = (write: (n: number, name: string) => string) => names.map((name, at) => write(at + 1, name)).join('')
  return {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n, name) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId0" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf applyAlignment="1">${top}</xf><xf fontId="1" applyFont="1"/><xf applyAlignment="1">${top.replace('/>', ' wrapText="1"/>')}</xf></cellXfs></styleSheet>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
  }
}

const view =
  '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'

/** Rows by whose words a column's width is told, and letters that a column shows beside each other at most: longer words stand on several lines. */
const LOOKED_AT = 60
const WIDEST = 60
const WRAPPED = ' s="2"'

function* sheetOf({ columns, rows }: Sheet, sheet: string, long: Long[]): Generator<string, void> {
  const rest = rows[Symbol.iterator]()
  const first: (readonly TableCell[])[] = []
  for (let next = rest.next(); !next.done; next = rest.next()) if (first.push(next.value) >= LOOKED_AT) break
  const longest = columns.map((name, at) => first.reduce((most, row) => Math.max(most, `${row[at] ?? ''}`.length), name.length))
  const widths = longest.map((most, at) => `<col min="${at + 1}" max="${at + 1}" width="${Math.min(WIDEST, most + 3)}" customWidth="1"/>`)
  yield `${XML}<worksheet xmlns="${MAIN}">${view}${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`
  const letters = columns.map((_, at) => columnLetters(at))
  const styles = longest.map((most) => (most > WIDEST ? WRAPPED : ''))
  const head = columns.map(() => ' s="1"')
  yield rowOf(columns, 1, { letters, styles: head, sheet, long })
  let n = 1
  for (const row of first) yield rowOf(row, ++n, { letters, styles, sheet, long })
  for (let next = rest.next(); !next.done; next = rest.next()) yield rowOf(next.value, ++n, { letters, styles, sheet, long })
  yield '</sheetData></worksheet>'
}

type Of = { letters: readonly string[]; styles: readonly string[]; sheet: string; long: Long[] }

function rowOf(row: readonly TableCell[], n: number, { letters, styles, sheet, long }: Of): string {
  let cells = ''
  let lines = 1
  for (let at = 0; at < letters.length; at++) {
    const value = row[at] ?? null
    if (value === null || value === '') continue
    const place = `${letters[at]}${n}`
    if (styles[at] === WRAPPED) lines = Math.max(lines, linesOf(`${value}`))
    if (typeof value === 'number' && Number.isFinite(value)) cells += `<c r="${place}"><v>${value}</v></c>`
    else cells += `<c r="${place}" t="inlineStr"${styles[at]}><is><t xml:space="preserve">${wordsOf(`${value}`, sheet, place, long)}</t></is></c>`
  }
  // Not every program finds the height of a row by itself.
  const height = lines > 1 ? ` ht="${Math.min(TALLEST, lines) * LINE}" customHeight="1"` : ''
  return `<row r="${n}"${height}>${cells}</row>`
}

/** Lines of a row at most, and points of one. */
const TALLEST = 15
const LINE = 15

function linesOf(text: string): number {
  let lines = Math.ceil(text.length / (WIDEST + 4))
  for (let at = text.indexOf('\n'); at >= 0 && lines < TALLEST; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Never half an emoji. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const most = at + PART
    const end = /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') ? most - 1 : most
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}

/** Words as a cell holds them. */
function wordsOf(text: string, sheet: string, place: string, long: Long[]): string {
  if (text.length > MOST) {
    const parts = partsOf(text)
    for (const [at, part] of parts.entries()) long.push([sheet, place, at + 1, part])
    return wordsOf(`${parts[0]} [→ long texts, ${place}]`, sheet, place, [])
  }
  return inXml(text)
}
