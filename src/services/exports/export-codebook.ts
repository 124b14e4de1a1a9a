import { type CodeNode, flatten, treeOf } from '../../domain/code.ts'
import type { Table } from '../../domain/table.ts'
import { listCodes } from '../../storage/codes.ts'
import type { Db } from '../../storage/schema.ts'
import { countCodebook } from '../count-codes.ts'
import { readExamples } from '../read-examples.ts'
import { codebookDocument, quoteExample } from './codebook-document.ts'
import { documentMakers } from './document-files.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { cutIn } from './veiling.ts'

const COLUMNS = ['code', 'color', 'definition', 'when_to_use', 'when_not', 'example', 'example_quotations', 'retired_at', 'quotations', 'codings']

/** The codebook in its own order, a code a row by its path, as a CSV codebook is read in again; the quotations that were picked as examples are told with where they stand. `quotations` counts those below it too, `codings` its own. */
export async function codebookTable(db: Db, input: ExportInput): Promise<Table> {
  const { project, language } = input
  const tree = treeOf(await listCodes(db, project.id))
  const nodes = flatten(tree)
  const counts = await countCodebook(db, project.id, tree)
  const examples = await readExamples(db, project.id, undefined, cutIn(input))
  const quoted = (code: CodeNode) => examples.filter((one) => one.codeId === code.id).map((one) => quoteExample(one, language))
  const rows = nodes.map((code) => [
    code.path,
    code.color,
    code.definition,
    code.whenToUse,
    code.whenNot,
    code.example,
    quoted(code).join('\n'),
    code.retiredAt,
    counts.get(code.id)!.quotations,
    counts.get(code.id)!.codings,
  ])
  return { name: 'codebook', columns: COLUMNS, rows }
}

export const codebookMakers = { ...tableMakers('codebook', codebookTable), ...documentMakers('codebook', codebookDocument) }
