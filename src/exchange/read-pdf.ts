import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The text of a PDF, a line a line of its pages, pages parted by form feeds. */
export async function readPdf(_bytes: Buffer): Promise<RawText> {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.pdf' })
}
