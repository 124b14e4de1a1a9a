import { Refusal } from './refusal.ts'
import { columnWriting, numbersWritten, type Unsure } from './written-number.ts'

export const attributeTypes = ['text', 'number', 'date', 'category'] as const
export type AttributeType = (typeof attributeTypes)[number]

/** A typed property of the cases of a project. */
export type Attribute = { readonly id: number; readonly name: string; readonly type: AttributeType }

/** UTF-16 units of a value at most. */
export const LONGEST_VALUE = 500

/** A value as it is kept: text in one form for its type, and its number where it has one. Empty is null. Refused where it does not fit the type. */
export function toValue(type: AttributeType, name: string, raw: string): { value: string; number: number | null } | null {
  const value = raw.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (value === '') return null
  if (value.length > LONGEST_VALUE) throw new Refusal('invalid', 'refusal.long-value', { name })
  if (type === 'number') {
    const number = numberIn(value)
    if (number === null) throw new Refusal('invalid', 'refusal.not-number', { name, value: value.slice(0, 60) })
    return { value: `${number}`, number }
  }
  if (type === 'date' && !isDate(value)) throw new Refusal('invalid', 'refusal.not-date', { name, value: value.slice(0, 60) })
  return { value, number: null }
}

/** Whether a value can be kept as of a type. */
export function fitsType(type: AttributeType, value: string): boolean {
  try {
    toValue(type, '', value)
    return true
  } catch {
    return false
  }
}

/** A number as people write it: `46 800`, `−2,6`, `7.9`, `2.500.000`. Null where it is none. `unsure`: what 1.234 is; as numbers are kept, its sign is before decimals. */
export function numberIn(text: string, unsure: Unsure = 'decimals'): number | null {
  return numbersWritten([text], unsure)[0]!
}

/** A number that somebody wrote by itself (20.000 is twenty thousand), as numbers are kept; what is none stays as it is. */
export function asNumber(text: string): string {
  return `${numberIn(text, 'thousands') ?? text}`
}

/** A year, a month or a day: `2026`, `2026-11`, `2026-11-21`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  if (year === undefined) return false
  if (month === undefined) return true
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(month) >= 1 && Number(month) <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= days))
}

/** What the values of a column look like: numbers, full dates, a few that recur, or text. Of 1.234 alone nobody can tell, and it is no number. */
export function guessType(values: readonly string[]): AttributeType {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  if (filled.length === 0) return 'text'
  if (filled.every((value) => /^\d{4}-\d\d(-\d\d)?$/.test(value) && isDate(value))) return 'date'
  const writing = columnWriting(filled)
  if (writing.is !== 'doubt' && filled.every((value) => writing.read(value) !== null && !/^0\d/.test(value))) return 'number'
  const distinct = new Set(filled).size
  const short = filled.every((value) => value.length <= 40)
  return short && distinct <= 30 && (distinct < filled.length || filled.length <= 2) ? 'category' : 'text'
}

/** Values that keep a column from being what nearly all of its values are: `odd`, the first of them, and how many are as the others. */
export type Nearly = { readonly type: 'date' | 'number'; readonly odd: readonly string[]; readonly fit: number }

/** Share of the filled values that must be dates, or numbers, for the others to be told as odd; how many of those are named. */
const NEARLY = { share: 0.75, least: 3, named: 3 }

/** What a column of text nearly is; undefined where it is that, or nothing of the kind. */
export function nearlyType(values: readonly string[]): Nearly | undefined {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  const whole = guessType(filled)
  if (whole === 'date' || whole === 'number') return undefined
  for (const type of ['date', 'number'] as const) {
    const odd = filled.filter((value) => !(type === 'date' ? isDate(value) && value.length > 4 : fitsType(type, value)))
    const fit = filled.length - odd.length
    if (odd.length > 0 && fit >= NEARLY.least && fit >= filled.length * NEARLY.share) return { type, odd: [...new Set(odd)].slice(0, NEARLY.named), fit }
  }
  return undefined
}
