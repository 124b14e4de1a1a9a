import { drawSaturation } from '../../domain/draw-saturation.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type SaturationOrder, saturationOrders } from '../../domain/saturation.ts'
import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { saySaturation } from '../../texts/chart-sentences.ts'
import { readSaturation, type Saturation } from '../saturation.ts'
import { chartOf, drawingMakers } from './drawing-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import type { Worded } from './veil-export.ts'

function orderOf({ options }: ExportInput): SaturationOrder {
  const order = saturationOrders.find((one) => one === (options['order'] || 'coding'))
  if (!order) throw new Refusal('invalid', 'refusal.saturation-order', { order: options['order']! })
  return order
}

async function counted(db: Db, input: ExportInput): Promise<Saturation> {
  return readSaturation(db, { projectId: input.project.id, filter: input.filter, order: orderOf(input) })
}

/** A source a row, in the order asked for (`order`: coding or import): the codes it added, and how many there are with it. */
async function saturationTable(db: Db, input: ExportInput): Promise<Table> {
  const { rows } = await counted(db, input)
  return {
    name: 'saturation',
    columns: ['nth', 'source', 'first_coded', 'codes_used', 'new_codes', 'codes_in_all', 'which'],
    rows: rows.map(({ title, firstCoded, fresh, used, total }, at) => [
      at + 1,
      title,
      firstCoded,
      used,
      fresh.length,
      total,
      fresh.map(({ path }) => path).join('; '),
    ]),
  }
}

async function drawn(db: Db, input: ExportInput, put: Worded['put']) {
  const say = sayIn(input.language)
  const read = await counted(db, input)
  const counts = { ...read, rows: read.rows.map((row) => ({ ...row, title: put(row.title) })) }
  const steps = counts.rows.map(({ title, fresh, total }) => ({ title, fresh: fresh.length, total }))
  const { words, ...sentences } = saySaturation(say, { ...counts, order: orderOf(input) })
  return chartOf(input, drawSaturation(steps, words, 'wide'), sentences, put)
}

export const saturationMakers = { ...tableMakers('saturation', saturationTable), ...drawingMakers('saturation', drawn) }
