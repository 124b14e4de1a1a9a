import { exportFormats, extensionOf } from '../../domain/export-format.ts'
import { recordsOf, type Table } from '../../domain/table.ts'
import { csvPieces } from '../../exchange/write-csv.ts'
import { xlsxPieces } from '../../exchange/xlsx.ts'
import type { Db } from '../../storage/schema.ts'
import { sayIn } from '../../texts/catalogue.ts'
import { countWaiting } from '../count-waiting.ts'
import type { ExportFile, ExportInput, ExportMaker, ExportStream } from './export-input.ts'
import { veiledJson, veiledTable, veils } from './veil-export.ts'
import { isVeiled, sayNames } from './veiling.ts'

/** A table whose rows may be made while they are written. */
export type Rows = Omit<Table, 'rows'> & { readonly rows: Iterable<Table['rows'][number]> }

/** The makers of a table in csv, xlsx and json, from the one builder of its rows. What waits since a text was changed is told on a sheet of its own in xlsx. `json` where the rows say it better than by their columns. */
export function tableMakers(
  what: string,
  build: (db: Db, input: ExportInput) => Promise<Rows>,
  json: (db: Db, input: ExportInput) => Promise<unknown> = async (db, input) => recordsOf(whole(await build(db, input))),
): { csv: ExportMaker; xlsx: ExportMaker; json: (db: Db, input: ExportInput) => Promise<ExportFile> } {
  const made = async (db: Db, input: ExportInput) => veiledTable(db, input, await build(db, input))
  return {
    csv: veils(async (db, input) => streamOf(what, 'csv', input, csvPieces(await made(db, input)))),
    xlsx: veils(async (db, input) => {
      const beside = [await waitingTable(db, input), namesTable(input)].filter((table) => table !== undefined)
      return streamOf(what, 'xlsx', input, xlsxPieces([await made(db, input), ...beside]))
    }),
    json: veils(async (db: Db, input: ExportInput) =>
      fileOf(what, 'json', input, `${JSON.stringify(await veiledJson(db, input, await json(db, input)), null, 1)}\n`),
    ),
  }
}

function whole(table: Rows): Table {
  return { ...table, rows: [...table.rows] }
}

/** What no total of the first sheet holds: a sheet of its own, where anything waits since a text was changed. */
async function waitingTable(db: Db, { project, language }: ExportInput): Promise<Table | undefined> {
  const { total, quotations, answers, spans } = await countWaiting(db, project.id)
  if (total === 0) return undefined
  const said = sayIn(language)('review.waiting-other', { n: total })
  return { name: 'waiting', columns: ['waiting', 'quotations', 'answers', 'spans'], rows: [[said, quotations, answers, spans]] }
}

/** That names are replaced, where they are. */
function namesTable(input: ExportInput): Table | undefined {
  return isVeiled(input) ? { name: 'names', columns: ['names'], rows: [[sayNames(input)]] } : undefined
}

/** A file named after its project and what it holds. */
export function fileOf(what: string, format: keyof typeof exportFormats, input: ExportInput, bytes: Uint8Array | string): ExportFile {
  return { bytes, ...named(what, format, input) }
}

/** The same of pieces that come after each other. */
export function streamOf(what: string, format: keyof typeof exportFormats, input: ExportInput, pieces: ExportStream['pieces']): ExportStream {
  return { pieces, ...named(what, format, input) }
}

function named(what: string, format: keyof typeof exportFormats, input: ExportInput) {
  const veiled = isVeiled(input) ? '-pseudonyms' : ''
  return { mediaType: exportFormats[format].mediaType, fileName: `${input.project.slug}-${what}${veiled}.${extensionOf(format)}` }
}
