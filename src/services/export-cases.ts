import type { Table } from '../domain/table.ts'
import type { Db } from '../storage/schema.ts'
import { listAttributes, listStudyCases } from '../storage/study-cases.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { leavesAlong } from './veiling.ts'

/** The cases with their attributes, as a cases file is read in again. Numbers stay numbers. */
async function casesTable(db: Db, input: ExportInput): Promise<Table> {
  const attributes = (await listAttributes(db, input.project.id)).filter(leavesAlong(input))
  const rows = (await listStudyCases(db, input.project.id)).map((one) => [
    one.name,
    one.kind,
    ...attributes.map(({ id, type }) => {
      const value = one.values.get(id) ?? null
      return type === 'number' && value !== null ? Number(value) : value
    }),
  ])
  return { name: 'cases', columns: ['case', 'kind', ...attributes.map((attribute) => attribute.name)], rows }
}

export const casesMakers = tableMakers('cases', casesTable)
