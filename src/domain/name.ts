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

/**
 * What somebody is called, as it is kept. Refused where it holds characters that nobody sees, or letters of several alphabets in one word: so one name
 * could be taken for another.
 */
export function toPersonName(raw: string): string {
  if (/[\p{Cc}\p{Cf}\p{Co}]/u.test(raw.trim())) throw new Refusal('invalid', 'refusal.unseen-in-name')
  const name = toName(raw)
  const alphabets = (word: string) => [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((one) => one.test(word)).length
  if (name.split(/[\s-]/).some((word) => alphabets(word) > 1)) throw new Refusal('invalid', 'refusal.mixed-name')
  return name
}

/** Whether two people would be taken for one by their names: neither case nor the form of a letter counts, nor what nobody sees. */
export function couldBeTakenFor(a: string, b: string): boolean {
  return likenessOf(a) === likenessOf(b)
}

/** What all names have in common that could be taken for one. */
export function likenessOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('sv')
}
