import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The text of a web page. */
export function readHtml(_bytes: Buffer, _encoding: string | null): RawText {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.html' })
}
