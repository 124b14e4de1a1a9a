import type { Table } from '../../domain/table.ts'
import { readTogether } from '../../domain/together-wish.ts'
import type { Db } from '../../storage/schema.ts'
import { readCoOccurrence, type TogetherTable } from '../co-occurrence.ts'
import { codesWished } from '../code-wish.ts'
import { countWaiting } from '../count-waiting.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'

async function counted(db: Db, { project, filter, options: { codes = '', ...options } }: ExportInput): Promise<TogetherTable> {
  const wish = { ...readTogether(options), codes: await codesWished(db, project.id, codes, 'all') }
  return readCoOccurrence(db, { projectId: project.id, filter, ...wish })
}

/** A code a row and a column: passages in which both stand, empty where one is a part of the other. Options: `relation`, `words`, `codes` (as `codesWished` reads them). */
async function togetherTable(db: Db, input: ExportInput): Promise<Table> {
  const { codes, counts } = await counted(db, input)
  return {
    name: 'co-occurrence',
    columns: ['code', ...codes.map(({ path }) => path), 'quotations'],
    rows: codes.map(({ path, quotations }, row) => [path, ...counts[row]!, quotations]),
  }
}

/** Each two codes that stand together, once; of `inside`, which is not the same both ways, both. */
async function togetherJson(db: Db, input: ExportInput): Promise<unknown> {
  const { codes, counts } = await counted(db, input)
  const { codes: _, ...asked } = input.options
  const { relation, words } = readTogether(asked)
  const pairs = codes.flatMap((code, row) =>
    codes.flatMap((other, column) => {
      const passages = counts[row]![column]
      return passages && (relation === 'inside' || row < column) ? [{ code: code.path, with: other.path, passages }] : []
    }),
  )
  return {
    relation,
    ...(relation === 'near' ? { words } : {}),
    filter: input.filter,
    codes: codes.map(({ path, quotations }) => ({ code: path, quotations })),
    pairs,
    waiting: (await countWaiting(db, input.project.id)).quotations,
  }
}

export const coOccurrenceMakers = tableMakers('co-occurrence', togetherTable, togetherJson)
