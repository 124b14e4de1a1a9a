import { attributeSide } from '../../domain/case-groups.ts'
import type { Chart } from '../../domain/chart.ts'
import { cutsIn } from '../../domain/numbers-in.ts'
import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { readChart } from '../charts.ts'
import { chartOf, drawingMakers } from './drawing-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import type { Worded } from './veil-export.ts'

/** Options: `name` (bars, states, heat), `by` (attribute:NAME, the columns of a heat map), `cuts`. */
function read(db: Db, { project, filter, language, options }: ExportInput, put?: Worded['put']): Promise<Chart> {
  const wish = { projectId: project.id, name: options['name'] || 'bars', filter, by: sideOf(options['by'] ?? ''), cuts: cutsIn(options['cuts'] ?? '') }
  return readChart(db, wish, sayIn(language), put)
}

/** The columns of a heat map: another side of the matrix, else an attribute by its name. */
function sideOf(by: string): string {
  return by === '' || ['cases', 'sources', 'questions', 'coders', 'speakers'].includes(by) ? by : attributeSide(by)
}

async function chartTable(db: Db, input: ExportInput): Promise<Table> {
  const { name, columns, rows } = await read(db, input)
  return { name, columns, rows: rows.map((row) => row.map(({ value }) => value)) }
}

async function drawn(db: Db, input: ExportInput, put: Worded['put']) {
  const { drawings, ...said } = await read(db, input, put)
  return chartOf(input, drawings.wide, said, put)
}

export const chartMakers = { ...tableMakers('chart', chartTable), ...drawingMakers('chart', drawn) }
