import { Refusal } from './refusal.ts'
import { normaliseText } from './text.ts'

export const LONGEST_NAME = 200
export const LONGEST_NOTE = 20_000

/** A name or label as it is kept: one line, NFC, single spaces, no control characters. Refused where empty or over 200 characters. */
export function toName(raw: string): string {
  const name = normaliseText(raw.slice(0, LONGEST_NAME * 20))
    .replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  if (name === '') throw new Refusal('invalid', 'refusal.no-name')
  if (name.length > LONGEST_NAME) throw new Refusal('invalid', 'refusal.long-name', { most: LONGEST_NAME, length: raw.length })
  return name
}

/** A text of several lines as it is kept: NFC, line feeds, trimmed; may be empty. Refused over 20,000 characters. */
export function toNote(raw: string): string {
  if (raw.length > LONGEST_NOTE) throw new Refusal('invalid', 'refusal.long-note', { most: LONGEST_NOTE, length: raw.length })
  return normaliseText(raw).trim()
}

/** Whether two names are the same to a reader: case does not count. */
export function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase('sv') === b.toLocaleLowerCase('sv')
}
