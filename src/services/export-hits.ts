import type { Paragraph } from '../domain/document.ts'
import type { Table } from '../domain/table.ts'
import { writeCsv } from '../exchange/write-csv.ts'
import { writeDocx } from '../exchange/write-docx.ts'
import { xlsxOf } from '../exchange/xlsx.ts'

export const hitFormats = ['csv', 'xlsx', 'docx', 'json'] as const
export type HitFormat = (typeof hitFormats)[number]

/** A line of a search to take home: what it stands under, its place, and the found words between what is said before and after. Offsets are UTF-16 units of the source's text. */
type HitRow = { under: string; paragraph: number; left: string; key: string; right: string; codes: string[]; start: number; end: number }
/** `asked`: the search as it was written, conditions and all; `said`: how much it found, of which cases. */
export type HitFileInput = { format: HitFormat; title: string; asked: string; said: string; paragraph: string; rows: readonly HitRow[] }

/** The lines of a search as a file. Run it in a worker. */
export async function hitFile(input: HitFileInput): Promise<Uint8Array | string> {
  const { format, asked, said, rows } = input
  if (format === 'docx') return writeDocx(toParagraphs(input))
  if (format === 'json') return `${JSON.stringify(rows, null, 1)}\n`
  const table = toTable(rows, asked)
  if (format === 'csv') return writeCsv(table)
  return xlsxOf(table, { name: 'search', columns: ['query', 'found'], rows: [[asked, said]] })
}

function toTable(rows: readonly HitRow[], asked: string): Table {
  const columns = ['under', 'paragraph', 'left', 'key', 'right', 'codes', 'start', 'end', 'query']
  return {
    name: 'hits',
    columns,
    rows: rows.map(({ codes, ...row }) => [row.under, row.paragraph, row.left, row.key, row.right, codes.join('; '), row.start, row.end, asked]),
  }
}

function toParagraphs({ title, asked, said, paragraph, rows }: HitFileInput): Paragraph[] {
  const lines: Paragraph[] = [
    { style: 'title', text: title },
    { style: 'note', text: asked },
    { style: 'note', text: said },
  ]
  let under: string | undefined
  for (const row of rows) {
    if (row.under !== under) lines.push({ style: 'heading2', text: row.under })
    under = row.under
    lines.push({ style: 'quote', text: `${row.left}${row.key}${row.right} (${paragraph.replace('#', `${row.paragraph}`)})` })
  }
  return lines
}
