import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The text of an electronic book (EPUB). */
export async function readEpub(_bytes: Buffer): Promise<RawText> {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.epub' })
}
