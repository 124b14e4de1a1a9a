import type { Table } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { sayGap } from '../../texts/chart-sentences.ts'
import { readCoverage } from '../coverage.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'

/** A source a row with its words, those coded and the share; then a row for each thing to look at, with its sentence. */
async function coverageTable(db: Db, { project, filter, language }: ExportInput): Promise<Table> {
  const { sources, warnings } = await readCoverage(db, { projectId: project.id, filter })
  const say = sayIn(language)
  return {
    name: 'coverage',
    columns: ['what', 'name', 'words', 'coded_words', 'share', 'quotations', 'sentence'],
    rows: [
      ...sources.map(({ title, words, coded, quotations }) => ['source', title, words, coded, words > 0 ? coded / words : null, quotations, null]),
      ...warnings.map((warning) => [warning.gap, warning.name, null, null, null, null, sayGap(say, warning)]),
    ],
  }
}

async function coverageJson(db: Db, { project, filter, language }: ExportInput): Promise<unknown> {
  const { sources, warnings } = await readCoverage(db, { projectId: project.id, filter })
  const say = sayIn(language)
  return {
    filter,
    sources: sources.map(({ title, words, coded, quotations }) => ({
      source: title,
      words,
      coded_words: coded,
      share: words > 0 ? coded / words : null,
      quotations,
    })),
    warnings: warnings.map((warning) => ({ gap: warning.gap, name: warning.name, of: warning.other ?? null, n: warning.n, sentence: sayGap(say, warning) })),
  }
}

export const coverageMakers = tableMakers('coverage', coverageTable, coverageJson)
