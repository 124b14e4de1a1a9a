import type { Table, TableCell } from '../domain/table.ts'

const BOM = '\uFEFF'

/** A table as CSV (RFC 4180: CRLF, quotes doubled) with a byte order mark, so that Excel reads å. */
export function writeCsv(table: Table): string {
  return [...csvPieces(table)].join('')
}

/** The same as it comes: its rows may be made while they are written. */
export function* csvPieces({ columns, rows }: { columns: readonly string[]; rows: Iterable<readonly TableCell[]> }): Generator<string, void> {
  yield `${BOM}${columns.map(cell).join(',')}\r\n`
  for (const row of rows) {
    let line = ''
    for (let i = 0; i < columns.length; i++) line += i === 0 ? cell(row[i] ?? null) : `,${cell(row[i] ?? null)}`
    yield `${line}\r\n`
  }
}

/** Words that a spreadsheet would run get an apostrophe before them; a spoken line that starts with a dash and a space is left as it was said. */
function cell(value: TableCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return `${value}`
  // An apostrophe that was there before a formula's sign gets another, so that reading takes away the one that was put there.
  const words = isFormula(value) || /^'+[=+@\t\r-]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(words) || words !== words.trim() ? `"${words.replaceAll('"', '""')}"` : words
}

/**
 * Would a spreadsheet take this text for a formula? It begins with = + @ or a tab, or with a dash; but a number with its
 * sign is none, and neither is talk after a dash ("- Ja, det tror jag") without what a formula needs to do anything.
 */
export function isFormula(text: string): boolean {
  if (/^[=@\t\r]/.test(text)) return true
  if (!/^[+-]/.test(text) || /^[+-]\d+(?:[.,]\d+)?$/.test(text)) return false
  return !/^-\s*[\p{L}…"”«]/u.test(text) || /[|=]|[\p{L}\d]\(|!\S/u.test(text)
}
