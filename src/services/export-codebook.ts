import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import type { Table } from '../domain/table.ts'
import { listCodes } from '../storage/codes.ts'
import type { Db } from '../storage/schema.ts'
import { type InterfaceLanguage, sayIn } from '../texts/catalogue.ts'
import type { ExportInput } from './exports.ts'
import { type Example, readExamples } from './read-examples.ts'
import { tableMakers } from './table-files.ts'

const COLUMNS = ['code', 'color', 'definition', 'when_to_use', 'when_not', 'example', 'example_quotations', 'retired_at']

/** The codebook in its own order, a code a row by its path, as a CSV codebook is read in again; the quotations that were picked as examples are told with where they stand. */
export async function codebookTable(db: Db, { project, language }: ExportInput): Promise<Table> {
  const nodes = flatten(treeOf(await listCodes(db, project.id)))
  const examples = await readExamples(db, project.id)
  const quoted = (code: CodeNode) => examples.filter((one) => one.codeId === code.id).map((one) => quote(one, language))
  const rows = nodes.map((code) => [
    code.path,
    code.color,
    code.definition,
    code.whenToUse,
    code.whenNot,
    code.example,
    quoted(code).join('\n'),
    code.retiredAt,
  ])
  return { name: 'codebook', columns: COLUMNS, rows }
}

function quote({ words, source, paragraph }: Example, language: InterfaceLanguage): string {
  const say = sayIn(language)
  return say('codebook.example-quoted', { words, cite: say('quotations.cite', { source: source.title, paragraph: `${paragraph}` }) })
}

export const codebookMakers = tableMakers('codebook', codebookTable)
