import type { RawText } from '../domain/raw-text.ts'
import { Refusal } from '../domain/refusal.ts'

/** The text of captions (WebVTT, SubRip, SBV): who speaks, and when. */
export function readCaptions(_plain: RawText): RawText {
  throw new Refusal('invalid', 'refusal.import-format', { extension: '.vtt' })
}
