import { Refusal } from '../domain/refusal.ts'

const MOST_CELLS = 2_000_000

/**
 * The rows of a CSV text (RFC 4180): quoted cells may hold separators, doubled quotes and line breaks. The separator is
 * the one of `, ; tab |` that the first line has most of. Empty lines are left out. Refused where a quote never ends.
 */
export function readCsv(text: string, separator = separatorOf(text)): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let cells = 0
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator, rows.length + 1) : bareCell(text, at, separator)
    row.push(cell)
    if (++cells > MOST_CELLS) throw new Refusal('invalid', 'refusal.too-large')
    at = end + 1
    if (text[end] === separator) continue
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
    if (text[end] === '\r' && text[at] === '\n') at++
    if (at >= text.length) break
  }
  return rows
}

/** A cell without the apostrophe that keeps a spreadsheet from running it as a formula. */
export function plainCell(cell: string): string {
  return cell.replace(/^'(?='*[=+@\t\r-])/, '')
}

function bareCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end }
}

function quotedCell(text: string, from: number, separator: string, row: number): { cell: string; end: number } {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) throw new Refusal('invalid', 'refusal.csv-quote', { row })
  // What stands after the closing quote belongs to the cell, as spreadsheets read it.
  const rest = bareCell(text, close + 1, separator)
  return { cell: text.slice(from + 1, close).replaceAll('""', '"') + rest.cell.trimEnd(), end: rest.end }
}

function separatorOf(text: string): string {
  const line = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r|\n/, 1)[0]!
  const count = (one: string) => line.split(one).length
  return [';', '\t', '|'].reduce((most, one) => (count(one) > count(most) ? one : most), ',')
}
