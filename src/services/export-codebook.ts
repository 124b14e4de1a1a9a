import { flatten, treeOf } from '../domain/code.ts'
import type { Table } from '../domain/table.ts'
import { listCodes } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'
import type { ExportInput } from './exports.ts'
import { tableMakers } from './table-files.ts'

const COLUMNS = ['code', 'color', 'definition', 'when_to_use', 'when_not', 'example', 'retired_at']

/** The codebook in its own order, a code a row by its path, as a CSV codebook is read in again. */
export async function codebookTable(db: Db, { project }: ExportInput): Promise<Table> {
  const nodes = flatten(treeOf(await listCodes(db, project.id)))
  const rows = nodes.map((code) => [code.path, code.color, code.definition, code.whenToUse, code.whenNot, code.example, code.retiredAt])
  return { name: 'codebook', columns: COLUMNS, rows }
}

export const codebookMakers = tableMakers('codebook', codebookTable)
