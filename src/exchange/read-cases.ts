import { toName } from '../domain/name.ts'
import type { Loss } from '../domain/read-notes.ts'
import { Refusal } from '../domain/refusal.ts'
import { isKindHeading } from '../domain/table-columns.ts'
import { plainCell, readCsv } from './read-csv.ts'
import { readRaw } from './read-raw.ts'

/** Cases as a file tells them: the first column names the case, a column `kind` (or as `kindColumn` has it) its kind, the others are attributes. */
export type CaseTable = { attributes: string[]; kindColumn?: string | undefined; cases: { row: number; name: string; kind: string | null; values: string[] }[] }

/** The cases of a CSV file. Refused, with the row, where a case has no name or stands twice, or two columns have one name. */
export function readCases(text: string): CaseTable {
  return caseTableOf(readCsv(text).map((cells) => cells.map(plainCell)))
}

/** The cases of a CSV file or a workbook, with what of it is left out. */
export async function readCaseFile(bytes: Buffer, name: string): Promise<{ table: CaseTable; losses: readonly Loss[] }> {
  const read = await readRaw(bytes, name.replace(/\.(txt|tab)$/i, '.csv'))
  if (read.kind !== 'table') throw new Refusal('invalid', 'refusal.table-binary')
  return { table: caseTableOf([read.table.head, ...read.table.rows]), losses: read.table.losses }
}

function caseTableOf([head, ...body]: readonly (readonly string[])[]): CaseTable {
  if (!head || body.length === 0) throw new Refusal('invalid', 'refusal.table-empty')
  const kindAt = head.findIndex((name, at) => at > 0 && isKindHeading(name))
  const columns = head.map((_, at) => at).filter((at) => at > 0 && at !== kindAt && head[at]!.trim() !== '')
  const attributes = columns.map((at) => toName(head[at]!))
  const twice = attributes.find((name, at) => attributes.indexOf(name) !== at)
  if (twice) throw new Refusal('invalid', 'refusal.column-twice', { name: twice })
  const cases = body.map((cells, index) => ({
    row: index + 2,
    name: nameOf(cells[0] ?? '', index + 2),
    kind: kindAt < 0 ? null : (cells[kindAt] ?? '').trim().slice(0, 60),
    values: columns.map((at) => (cells[at] ?? '').trim()),
  }))
  refuseTwice(cases)
  return { attributes, ...(kindAt < 0 ? {} : { kindColumn: head[kindAt]!.trim() }), cases }
}

function nameOf(cell: string, row: number): string {
  try {
    return toName(cell)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('invalid', 'refusal.cases-row', { row })
    throw error
  }
}

function refuseTwice(cases: CaseTable['cases']): void {
  const seen = new Set<string>()
  for (const { name, row } of cases) {
    if (seen.has(name)) throw new Refusal('invalid', 'refusal.case-twice', { row, name })
    seen.add(name)
  }
}
