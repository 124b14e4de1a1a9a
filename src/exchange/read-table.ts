import { columnLetters } from '../domain/column-letters.ts'
import type { RawTable, RawText } from '../domain/raw-text.ts'
import type { Loss, Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { normaliseText } from '../domain/text.ts'
import { checkZip } from './check-zip.ts'
import { plainCell, readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/** Columns, rows below the head, and UTF-16 units of one cell that a sheet may have. */
const MOST = { columns: 10_000, rows: 100_000, cell: 10_000_000 }
/** What a cell may need normalising for; most have nothing beyond Latin letters and common marks. */
const ODD = /[^\t\n\x20-\x7e\xa0-\u024f\u2010-\u2027]/
const NOTES = /^xl\/(threadedComments\/|comments)[^/]*\.xml$/i

/** The rows of a CSV or TSV file. Refused, in a sentence, with more columns or rows than anybody fills, or a quote that never ends. */
export function readCsvTable(plain: RawText): RawTable {
  const marked = /^\uFEFF?sep=([;,|\t])\r?\n/i.exec(plain.text)
  const text = marked ? plain.text.slice(marked[0].length) : plain.text
  refuseWide(text)
  const rows = readCsv(text, marked?.[1]).map((cells) => cells.map(plainCell))
  return tableOf(rows, { repairs: plain.repairs, losses: plain.losses, warnings: plain.warnings })
}

/** The rows of the first sheet of a workbook that has any; the other sheets are told as a loss. Refuses bombs, and what is no workbook. */
export async function readXlsxTable(bytes: Buffer): Promise<RawTable> {
  const zip = await checkZip(bytes, (name) => NOTES.test(name)).catch(tooLarge)
  if (!zip.names.some((name) => /(^|\/)workbook\.xml$/i.test(name))) throw new Refusal('invalid', 'refusal.import-broken-xlsx')
  const { rows, repairs, losses } = await readWorkbook(bytes)
  return tableOf(rows, { repairs, losses: [...losses, ...hiddenLosses(zip)], warnings: [] })
}

/** A workbook that grows too large is said to be that, and what to do: its rows fit a CSV file. */
function tooLarge(error: unknown): never {
  throw error instanceof Refusal && error.key === 'refusal.import-bomb' ? new Refusal('invalid', 'refusal.import-large-xlsx') : error
}

/** A file of very many columns is not read to its end: its first line tells. */
function refuseWide(text: string): void {
  const line = text.slice(0, 1_000_000).replace(/"[^"]*"/g, '')
  const first = /^[^\r\n]*/.exec(line)![0]
  const columns = Math.max(...[';', ',', '\t', '|'].map((one) => first.split(one).length))
  if (columns > MOST.columns) throw new Refusal('invalid', 'refusal.table-columns', { most: MOST.columns })
}

function hiddenLosses({ names, kept }: { names: readonly string[]; kept: ReadonlyMap<string, Buffer> }): Loss[] {
  const pictures = names.filter((name) => /^xl\/media\/./i.test(name)).length
  const notes = [...kept].filter(([name]) => !/threaded/i.test(name))
  const comments = notes.reduce((sum, [, xml]) => sum + (xml.toString('utf8').match(/<(?:\w+:)?comment[\s>]/g)?.length ?? 0), 0)
  const losses: Loss[] = []
  if (pictures > 0) losses.push({ kind: 'pictures', count: pictures })
  if (comments > 0) losses.push({ kind: 'comments', count: comments })
  return losses
}

/** Head and rows, every cell as it is kept. A column with values but no name is named by its letters; of two names, the second gets a number. */
function tableOf(rows: readonly (readonly string[])[], told: Pick<RawTable, 'repairs' | 'losses' | 'warnings'>): RawTable {
  const [first, ...body] = rows.map((cells) => cells.map(cellOf)).filter((cells) => cells.some((cell) => cell !== ''))
  if (!first || body.length === 0) throw new Refusal('invalid', 'refusal.table-empty')
  if (body.length > MOST.rows) throw new Refusal('invalid', 'refusal.table-rows', { most: MOST.rows })
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  if (width > MOST.columns) throw new Refusal('invalid', 'refusal.table-columns', { most: MOST.columns })
  const head = namedColumns(first, body, width)
  const ragged = body.filter((cells) => cells.length > first.length).length
  const repairs: Repair[] = ragged > 0 ? [...told.repairs, { kind: 'ragged-rows', count: ragged }] : [...told.repairs]
  return { ...told, head, rows: body, repairs }
}

function namedColumns(first: readonly string[], body: readonly (readonly string[])[], width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, at) => {
    const name = first[at]?.replace(/\s+/g, ' ') ?? ''
    if (name === '' && !body.some((cells) => (cells[at] ?? '') !== '')) return ''
    const wanted = name === '' ? columnLetters(at) : name
    const nth = (seen.get(wanted.toLowerCase()) ?? 0) + 1
    seen.set(wanted.toLowerCase(), nth)
    return nth === 1 ? wanted : `${wanted} (${nth})`
  })
}

function cellOf(raw: string): string {
  if (raw.length > MOST.cell) throw new Refusal('invalid', 'refusal.import-too-long')
  return (ODD.test(raw) ? normaliseText(raw) : raw).trim()
}
