import { answerStatuses } from '../domain/answer.ts'
import type { Table, TableCell } from '../domain/table.ts'
import type { Db } from '../storage/schema.ts'
import type { ExportInput } from './exports.ts'
import { readFrequencies, type ThemeCount } from './frequencies.ts'
import { tableMakers } from './table-files.ts'

const COUNTS = ['cases', 'asked', ...answerStatuses, 'quotations', 'codings', 'cases_in_base', 'base', 'base_is']

/** A theme a row, and where `split` names an attribute a row for each of its groups below. `asked` is empty where no question asks for the theme. */
export async function frequencyTable(db: Db, { project, filter, options }: ExportInput): Promise<Table> {
  const split = options['split'] || ''
  const { themes, groups } = await readFrequencies(db, { projectId: project.id, filter, split })
  const rows: TableCell[][] = []
  for (const { code, basis, whole, split: parts } of themes) {
    rows.push([code.path, ...(split ? [null] : []), ...countsOf(whole, basis)])
    for (const [index, part] of parts.entries()) rows.push([code.path, groups[index]!.label ?? '', ...countsOf(part, basis)])
  }
  return { name: 'frequencies', columns: ['theme', ...(split ? ['group'] : []), ...COUNTS], rows }
}

function countsOf(count: ThemeCount, basis: 'asked' | 'source'): TableCell[] {
  const asked = basis === 'asked'
  const standings = answerStatuses.map((status) => (asked || status === 'no_source' ? count.standings[status] : null))
  return [count.cases, asked ? count.base : null, ...standings, count.quotations, count.codings, count.casesInBase, count.base, basis]
}

export const frequencyMakers = tableMakers('frequencies', frequencyTable)
