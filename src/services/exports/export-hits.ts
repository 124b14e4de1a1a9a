import type { Paragraph } from '../../domain/document.ts'
import type { Table } from '../../domain/table.ts'
import { writeCsv } from '../../exchange/write-csv.ts'
import { writeDocx } from '../../exchange/write-docx.ts'
import { xlsxOf } from '../../exchange/xlsx.ts'

export const hitFormats = ['csv', 'xlsx', 'docx', 'json'] as const
export type HitFormat = (typeof hitFormats)[number]

/** A line of a search to take home: its source and cases, which it stands under, its place, and the found words between what is said before and after. Offsets are UTF-16 units of the source's text. */
type HitRow = {
  source: string
  case: string
  under: string
  paragraph: number
  left: string
  key: string
  right: string
  codes: string[]
  start: number
  end: number
}
/** `understood`: the search as a sentence, and what of it was not taken as it is written; `found`: how much, of how many cases. */
export type HitFileInput = {
  format: HitFormat
  title: string
  query: string
  understood: string
  found: string
  spread: { hits: number; kind: 'cases' | 'sources'; hit: number; of: number }
  paragraph: string
  rows: readonly HitRow[]
}

/** The lines of a search as a file, which says what was searched for and how much of what was found; also where nothing was. Run it in a worker. */
export async function hitFile(input: HitFileInput): Promise<Uint8Array | string> {
  const { format, query, understood, found, spread, rows } = input
  const { hits, kind, hit, of } = spread
  if (format === 'docx') return writeDocx(toParagraphs(input))
  if (format === 'json') return `${JSON.stringify({ query, understood, found, hits, [kind]: { hit, of }, lines: rows }, null, 1)}\n`
  if (format === 'csv') return writeCsv(toTable(input))
  const told = { name: 'search', columns: ['query', 'understood', 'found', 'hits', kind, `${kind} of`], rows: [[query, understood, found, hits, hit, of]] }
  return xlsxOf(toTable(input), told)
}

/** What was searched for stands beside each line, for a table knows no heading; where there is none it has a row of its own. */
function toTable({ rows, query, understood, found }: HitFileInput): Table {
  const columns = ['source', 'case', 'paragraph', 'left', 'key', 'right', 'codes', 'start', 'end', 'query', 'understood', 'found']
  const lines = rows.map(({ codes, ...row }) => [row.source, row.case, row.paragraph, row.left, row.key, row.right, codes.join('; '), row.start, row.end])
  const none = ['', '', '', '', '', '', '', '', '']
  return { name: 'hits', columns, rows: (lines.length > 0 ? lines : [none]).map((line) => [...line, query, understood, found]) }
}

function toParagraphs({ title, query, understood, found, paragraph, rows }: HitFileInput): Paragraph[] {
  const lines: Paragraph[] = [
    { style: 'title', text: title },
    { style: 'note', text: query },
    { style: 'note', text: understood },
    { style: 'note', text: found },
  ]
  let under: string | undefined
  for (const row of rows) {
    if (row.under !== under) lines.push({ style: 'heading2', text: row.under })
    under = row.under
    lines.push({ style: 'quote', text: `${row.left}${row.key}${row.right} (${paragraph.replace('#', `${row.paragraph}`)})` })
  }
  return lines
}
