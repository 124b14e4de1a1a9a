import type { CellValue, Sheet } from 'hucre'
import type { Loss, Repair } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { unmistakable } from '../domain/written-number.ts'

type Rows = string[][]
/** What stands in merged cells is said of all their rows where it is no longer than this; a longer text was said once. */
const LABEL = 60

/** The first sheet with rows as text, formulas as the values they had. Refuses what hucre can't read. Sizes are checked before. */
export async function readWorkbook(bytes: Buffer): Promise<{ rows: Rows; repairs: Repair[]; losses: Loss[] }> {
  const sheets = await parse(bytes)
  const filled = sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  const [sheet, ...others] = [...filled.filter((one) => !isHidden(one)), ...filled.filter(isHidden)]
  if (!sheet) throw new Refusal('invalid', 'refusal.table-empty')
  const rows = sheet.rows.map((row) => trimmed(row.map(writtenCell)))
  const merged = fillMerged(sheet, rows)
  const lost = formulasWithoutValue(sheet)
  const losses: Loss[] = []
  if (others.length > 0) losses.push({ kind: 'sheets', count: others.length, example: others.slice(0, 3).map(nameOf).join(', ') })
  if (lost > 0) losses.push({ kind: 'formulas', count: lost })
  return { rows, losses, repairs: merged > 0 ? [{ kind: 'merged-cells', count: merged }] : [] }
}

async function parse(bytes: Buffer): Promise<Sheet[]> {
  // Loaded when the first workbook comes: most threads never meet one.
  const { readXlsx } = await import('hucre/xlsx')
  try {
    return (await readXlsx(bytes)).sheets
  } catch {
    throw new Refusal('invalid', 'refusal.import-broken-xlsx')
  }
}

function isHidden(sheet: Sheet): boolean {
  return sheet.hidden === true || sheet.veryHidden === true
}
function nameOf({ name }: Sheet): string {
  return name.slice(0, 60)
}

/** Numbers as a sheet shows them (15 digits), never so that they could be taken for thousands; a day as 2026-11-21, a time after it where it has one. */
function writtenCell(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return unmistakable(Number(cell.toPrecision(15)))
  if (!(cell instanceof Date)) return `${cell}`
  if (Number.isNaN(cell.getTime())) return ''
  const [day, time] = cell.toISOString().split('T') as [string, string]
  const clock = time.startsWith('00:00:00') ? '' : time.slice(0, time.slice(6, 8) === '00' ? 5 : 8)
  // A time without a day is kept as a part of the day before sheets begin to count.
  if (day < '1900-01-02' && clock !== '') return clock
  return clock === '' ? day : `${day} ${clock}`
}

function trimmed(cells: string[]): string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end--
  return cells.slice(0, end)
}

/** A label that stands in cells merged downwards belongs to each of their rows. @returns how many places were filled */
function fillMerged({ merges = [] }: Sheet, rows: Rows): number {
  let filled = 0
  for (const { startRow, endRow, startCol } of merges) {
    const words = rows[startRow]?.[startCol] ?? ''
    if (startRow === 0 || words === '' || words.length > LABEL) continue
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at++) {
      const row = rows[at]!
      if (row.every((cell) => cell === '')) continue
      while (row.length <= startCol) row.push('')
      if (row[startCol] === '') filled++
      row[startCol] ||= words
    }
  }
  return filled
}

function formulasWithoutValue({ cells }: Sheet): number {
  let lost = 0
  for (const { formula, value, formulaResult } of cells?.values() ?? []) if (formula && (value ?? formulaResult ?? null) === null) lost++
  return lost
}
