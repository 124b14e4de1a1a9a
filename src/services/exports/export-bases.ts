import { Refusal } from '../../domain/refusal.ts'
import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { type CaseBases, readCaseBases } from '../case-bases.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'

async function counted(db: Db, { project, filter, options }: ExportInput): Promise<CaseBases> {
  const kind = options['kind'] ?? ''
  const read = await readCaseBases(db, { projectId: project.id, filter, chain: options['chain'] ?? '', kind })
  if (kind !== '' && !read.kinds.includes(kind)) throw new Refusal('invalid', 'refusal.no-kind', { kind, kinds: read.kinds.join(', ') })
  return read
}

/** A step of the chain a row, all cases first; then each value of the attributes among the cases of the last step. Shares in percent with one decimal. */
async function basesTable(db: Db, input: ExportInput): Promise<Table> {
  const { all, steps, at, shares } = await counted(db, input)
  return {
    name: 'bases',
    columns: ['what', 'step', 'of_step', 'condition', 'cases', 'base', 'percent'],
    rows: [
      ['step', 0, null, null, all, null, null],
      ...steps.map(({ of, own, count, base }, index) => ['step', index + 1, of, own, count, base, percentOf(count, base)]),
      ...shares.flatMap(({ known, values }) => values.map(({ filter, count }) => ['value', at, at, filter, count, known, percentOf(count, known)])),
    ],
  }
}

/** Null where nothing is the base. */
export function percentOf(count: number, base: number): number | null {
  return base === 0 ? null : Math.round((1000 * count) / base) / 10
}

export const basesMakers = tableMakers('bases', basesTable)
