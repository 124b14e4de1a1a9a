import type { RawTable, RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The rows of a CSV or TSV file. */
export function readCsvTable(_plain: RawText): RawTable {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.csv' })
}

/** The rows of the first sheet of a workbook that has any. */
export async function readXlsxTable(_bytes: Buffer): Promise<RawTable> {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.xlsx' })
}
