import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { listAttributes, listStudyCases } from '../../storage/study-cases.ts'
import { listCasesBehind } from '../case-bases.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { leavesAlong } from './veiling.ts'

/** The cases that the filter holds with their attributes, as a cases file is read in again. Numbers stay numbers. Option `kind`: those of one kind. */
async function casesTable(db: Db, input: ExportInput): Promise<Table> {
  const attributes = (await listAttributes(db, input.project.id)).filter(leavesAlong(input))
  const { filter, options } = input
  const behind = await listCasesBehind(db, { projectId: input.project.id, filter, kind: options['kind'] ?? '' })
  const held = new Set(behind.map(({ id }) => id))
  const rows = (await listStudyCases(db, input.project.id))
    .filter(({ id }) => held.has(id))
    .map((one) => [
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
