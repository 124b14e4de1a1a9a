import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The text of an OpenDocument text (ODT). */
export async function readOdt(_bytes: Buffer): Promise<RawText> {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.odt' })
}
