import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** A Markdown text as it reads: headings, lists and emphasis without their signs. */
export function readMarkdown(_plain: RawText): RawText {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.md' })
}
