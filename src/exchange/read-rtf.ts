import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The text of a rich text document (RTF). */
export function readRtf(_bytes: Buffer): RawText {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.rtf' })
}
