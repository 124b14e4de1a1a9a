import { exportFormats } from '../domain/export-format.ts'
import { recordsOf, type Table } from '../domain/table.ts'
import { writeCsv } from '../exchange/write-csv.ts'
import { xlsxOf } from '../exchange/xlsx.ts'
import type { Db } from '../storage/schema.ts'
import { sayIn } from '../texts/catalogue.ts'
import { countWaiting } from './count-waiting.ts'
import type { ExportFile, ExportInput, ExportMaker } from './exports.ts'

/** The makers of a table in csv, xlsx and json, from the one builder of its rows. What waits since a text was changed is told on a sheet of its own in xlsx. `json` where the rows say it better than by their columns. */
export function tableMakers(
  what: string,
  build: (db: Db, input: ExportInput) => Promise<Table>,
  json: (db: Db, input: ExportInput) => Promise<unknown> = async (db, input) => recordsOf(await build(db, input)),
): { csv: ExportMaker; xlsx: ExportMaker; json: ExportMaker } {
  return {
    csv: async (db, input) => fileOf(what, 'csv', input, writeCsv(await build(db, input))),
    xlsx: async (db, input) => fileOf(what, 'xlsx', input, await xlsxOf(await build(db, input), await waitingTable(db, input))),
    json: async (db, input) => fileOf(what, 'json', input, `${JSON.stringify(await json(db, input), null, 1)}\n`),
  }
}

/** What no total of the first sheet holds: a sheet of its own, where anything waits since a text was changed. */
async function waitingTable(db: Db, { project, language }: ExportInput): Promise<Table | undefined> {
  const { total, quotations, answers, spans } = await countWaiting(db, project.id)
  if (total === 0) return undefined
  const said = sayIn(language)('review.waiting-other', { n: total })
  return { name: 'waiting', columns: ['waiting', 'quotations', 'answers', 'spans'], rows: [[said, quotations, answers, spans]] }
}

/** A file named after its project and what it holds. */
export function fileOf(what: string, format: keyof typeof exportFormats, { project }: ExportInput, bytes: Uint8Array | string): ExportFile {
  return { bytes, mediaType: exportFormats[format].mediaType, fileName: `${project.slug}-${what}.${format}` }
}
