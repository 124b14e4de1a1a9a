import type { Paragraph } from '../domain/document.ts'
import type { Table } from '../domain/table.ts'
import { writeCsv } from '../exchange/write-csv.ts'
import { writeDocx } from '../exchange/write-docx.ts'
import { xlsxOf } from '../exchange/xlsx.ts'

export const hitFormats = ['csv', 'xlsx', 'docx', 'json'] as const
export type HitFormat = (typeof hitFormats)[number]

/** A line of a search to take home: what it stands under, its place, and the found words between what is said before and after. Offsets are UTF-16 units of the source's text. */
export type HitRow = { under: string; paragraph: number; left: string; key: string; right: string; codes: string[]; start: number; end: number }
export type HitFileInput = { format: HitFormat; title: string; said: string; paragraph: string; rows: readonly HitRow[] }

/** The lines of a search as a file. Run it in a worker. */
export async function hitFile({ format, title, said, paragraph, rows }: HitFileInput): Promise<Uint8Array | string> {
  if (format === 'docx') return writeDocx(toParagraphs(title, said, paragraph, rows))
  const table = toTable(rows)
  return format === 'csv' ? writeCsv(table) : format === 'xlsx' ? xlsxOf(table) : `${JSON.stringify(rows, null, 1)}\n`
}

function toTable(rows: readonly HitRow[]): Table {
  const columns = ['under', 'paragraph', 'left', 'key', 'right', 'codes', 'start', 'end']
  return {
    name: 'hits',
    columns,
    rows: rows.map(({ codes, ...row }) => [row.under, row.paragraph, row.left, row.key, row.right, codes.join('; '), row.start, row.end]),
  }
}

function toParagraphs(title: string, said: string, paragraph: string, rows: readonly HitRow[]): Paragraph[] {
  const lines: Paragraph[] = [
    { style: 'title', text: title },
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
