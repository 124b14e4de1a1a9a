import { writeXlsx } from 'hucre/xlsx'
import type { Table } from '../domain/table.ts'

/** Tables as the sheets of a workbook: first row and first column stay in view, words are never run as formulas. Excel's own limits hold (31 characters a name). */
export async function xlsxOf(...tables: (Table | undefined)[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: tables.filter((table) => table !== undefined).map(sheetOf) })
}

function sheetOf({ name, columns, rows }: Table) {
  return {
    name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Utsaga',
    rows: [[...columns], ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? clean(cell) : cell)))],
    freezePane: { rows: 1, columns: 1 },
  }
}

/** XML can't hold control characters, and a cell no more than 32,767 units. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').slice(0, 32_767)
}
