import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { textsOf } from '../../storage/source-versions.ts'
import { listSources } from '../../storage/sources.ts'
import { listSourceCases } from '../../storage/study-cases.ts'
import type { ExportInput } from './export-input.ts'
import { fileOf, tableMakers } from './table-files.ts'
import { veiledText, veils } from './veil-export.ts'
import { titleIn } from './veiling.ts'

const CHUNK = 100

/** The sources without their texts, a source a row. */
async function sourcesTable(db: Db, { project }: ExportInput): Promise<Table> {
  const casesOf = await caseNames(db, project.id)
  const rows = (await listSources(db, project.id)).map((source) => [
    source.title,
    casesOf.get(source.id) ?? null,
    source.kind,
    source.language,
    source.status,
    source.words,
    source.paragraphs,
    source.originalName,
  ])
  return { name: 'sources', columns: ['source', 'case', 'kind', 'language', 'status', 'words', 'paragraphs', 'file'], rows }
}

/** The sources with their texts, as JSON has them. */
async function sourcesWithTexts(db: Db, { project }: ExportInput) {
  const casesOf = await caseNames(db, project.id)
  return (await withTexts(db, project.id)).map(({ source, text }) => ({
    source: source.title,
    case: casesOf.get(source.id) ?? null,
    kind: source.kind,
    language: source.language,
    status: source.status,
    words: source.words,
    paragraphs: source.paragraphs,
    text,
  }))
}

/** All texts after each other, each under its name. */
const texts = veils(async (db, input) => {
  const parts = (await withTexts(db, input.project.id)).map(({ source, text }) => `=== ${titleIn(input, source.title)} ===\n\n${text}\n`)
  return fileOf('sources', 'txt', input, await veiledText(db, input, parts.join('\n')))
})

async function withTexts(db: Db, projectId: number) {
  const sources = await listSources(db, projectId)
  const found = new Map<number, string>()
  for (let from = 0; from < sources.length; from += CHUNK)
    for (const [id, text] of await textsOf(
      db,
      sources.slice(from, from + CHUNK).map((source) => source.id),
    ))
      found.set(id, text)
  return sources.map((source) => ({ source, text: found.get(source.id)! }))
}

async function caseNames(db: Db, projectId: number): Promise<Map<number, string>> {
  const names = new Map<number, string>()
  for (const { sourceId, caseName } of await listSourceCases(db, projectId)) names.set(sourceId, [names.get(sourceId), caseName].filter(Boolean).join(', '))
  return names
}

export const sourcesMakers = { txt: texts, ...tableMakers('sources', sourcesTable, sourcesWithTexts) }
