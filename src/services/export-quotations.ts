import { flatten, treeOf } from '../domain/code.ts'
import { contextOf } from '../domain/context.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import type { Table, TableCell } from '../domain/table.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listCountedAttributes, listCountedCases } from '../storage/counted-cases.ts'
import { listSelected, type SelectedCoding } from '../storage/quotations.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { labelEndsOf } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'
import type { ExportInput } from './exports.ts'
import { tableMakers } from './table-files.ts'

const COLUMNS = ['source', 'case', 'code', 'coder', 'start', 'end', 'quotation', 'before', 'after', 'made_by', 'made_at']

/** One row a coding, in the order of the study; several cases of one quotation stand with "; " between them. Offsets are UTF-16 units. */
export async function quotationTable(db: Db, { project, filter }: ExportInput): Promise<Table> {
  const codings = await listSelected(db, await resolveFilter(db, project.id, parseFilter(filter)))
  const attributes = await listCountedAttributes(db, project.id)
  const rowOf = await rowMaker(db, project.id, codings, attributes)
  return { name: 'quotations', columns: [...COLUMNS, ...attributes.map(({ name }) => name)], rows: codings.map(rowOf) }
}

async function rowMaker(db: Db, projectId: number, codings: readonly SelectedCoding[], attributes: readonly { id: number }[]) {
  const titles = new Map((await listSources(db, projectId)).map(({ id, title }) => [id, title]))
  const paths = new Map(flatten(treeOf(await listCodes(db, projectId))).map(({ id, path }) => [id, path]))
  const coders = new Map((await listCoders(db)).map(({ id, name }) => [id, name]))
  const cases = new Map((await listCountedCases(db, projectId)).map((one) => [one.id, one]))
  const attribution = await readAttribution(db, projectId)
  const sourceIds = codings.map(({ sourceId }) => sourceId)
  const texts = await textsOf(db, sourceIds)
  const labels = await labelEndsOf(db, sourceIds)
  return (coding: SelectedCoding): TableCell[] => {
    const { sourceId, start, end } = coding
    const text = texts.get(sourceId)!
    const { before, after } = contextOf(text, coding, labels.get(sourceId))
    const of = attribution.casesOf(sourceId, start, end).map((id) => cases.get(id)!)
    const words = [text.slice(start, end), before.trim(), after.trim(), coding.madeBy, coding.madeAt]
    const places = [titles.get(sourceId)!, joined(of.map(({ name }) => name)), paths.get(coding.codeId)!, coders.get(coding.coderId)!, start, end]
    return [...places, ...words, ...attributes.map(({ id }) => valueOfAll(of.map(({ values }) => values.get(id))))]
  }
}

/** A number stays one where a single case has it. */
function valueOfAll(values: readonly ({ value: string; number: number | null } | undefined)[]): TableCell {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 1) return known[0]!.number ?? known[0]!.value
  return joined([...new Set(known.map(({ value }) => value))])
}

function joined(words: readonly string[]): string {
  return words.join('; ')
}

export const quotationMakers = tableMakers('quotations', quotationTable)
