import type { TableCell } from '../../domain/table.ts'
import { listCoders } from '../../storage/coders.ts'
import type { Db } from '../../storage/schema.ts'
import { documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { type PublishedCoding, readPublished } from './published-quotations.ts'
import { quotationDocument } from './quotation-document.ts'
import { type Rows, tableMakers } from './table-files.ts'
import { coderIn, namesIn } from './veiling.ts'

const COLUMNS = ['source', 'case', 'code', 'coder', 'start', 'end', 'quotation', 'before', 'after', 'made_by', 'made_at']
const PUBLISHED = ['published', 'reference', 'paragraph', 'time', 'line', 'names']

/** One row a coding, in the order of the study; several cases of one quotation stand with "; " between them. Offsets are UTF-16 units. `published`: the words as they are published, by their edits. */
async function quotationTable(db: Db, input: ExportInput): Promise<Rows> {
  const { codings, attributes } = await readPublished(db, input)
  const coders = new Map((await listCoders(db)).map(({ id, name }) => [id, coderIn(input, name, name)]))
  const names = namesIn(input)
  const columns = [...COLUMNS, ...PUBLISHED, ...attributes.map(({ name }) => name)]
  const rowOf = (one: PublishedCoding): TableCell[] => {
    const { source, code, coding, cases, words, before, after, published, reference, paragraph, time, line } = one
    const places = [source, joined(cases.map(({ name }) => name)), code.path, coders.get(coding.coderId)!, coding.start, coding.end]
    const said = [words, before.trim(), after.trim(), coding.madeBy, coding.madeAt, published, reference, paragraph, time, line, names]
    return [...places, ...said, ...attributes.map(({ id }) => valueOfAll(cases.map(({ values }) => values.get(id))))]
  }
  return { name: 'quotations', columns, rows: mapped(codings, rowOf) }
}

function* mapped<A, B>(all: Iterable<A>, change: (one: A) => B): Generator<B, void> {
  for (const one of all) yield change(one)
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

export const quotationMakers = { ...tableMakers('quotations', quotationTable), ...documentMakers('quotations', quotationDocument) }
