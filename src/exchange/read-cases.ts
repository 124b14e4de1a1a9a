import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { plainCell, readCsv } from './read-csv.ts'

/** Cases as a file tells them: the first column names the case, a column `kind` its kind, the others are attributes. */
export type CaseTable = { attributes: string[]; cases: { row: number; name: string; kind: string | null; values: string[] }[] }

const kinds = ['kind', 'slag', 'typ', 'type']

/** The cases of a CSV file. Refused, with the row, where a case has no name or stands twice, or two columns have one name. */
export function readCases(text: string): CaseTable {
  const [head, ...body] = readCsv(text).map((cells) => cells.map(plainCell))
  if (!head || body.length === 0) throw new Refusal('invalid', 'refusal.table-empty')
  const kindAt = head.findIndex((name, at) => at > 0 && kinds.includes(name.trim().toLowerCase()))
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
  return { attributes, cases }
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
