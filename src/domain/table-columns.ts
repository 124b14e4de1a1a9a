import { type AttributeType, guessType, LONGEST_VALUE } from './attribute.ts'
import { columnLetters } from './column-letters.ts'
import { LONGEST_NAME } from './name.ts'
import type { RawTable } from './raw-text.ts'
import { columnWriting } from './written-number.ts'

/** A column of a sheet and what it is for: naming the cases, saying their kind, open answers, or a property of the cases. `at` counts from 0. */
export type Column = { readonly at: number; readonly name: string } & (
  | { readonly use: 'case' | 'kind' | 'open' }
  | { readonly use: 'attribute'; readonly type: AttributeType; readonly kept?: (value: string) => string }
)

/** Headings of columns that say who a row is about. The first group may name a case in several rows. */
const IDENTITY = /^(id|case|case[ _-]?id|fall|informant|respondent|deltagare|deltaker|deltakar|participant|intervjuperson|ip|löpnummer|kod)\b/i
const NAMING =
  /^(nr|no|nummer|number|namn|navn|name|kommun|kommune|municipality|ort|sted|stad|town|city|place|plats|organisation|organisasjon|företag|bedrift)\b/i
/** What tells nobody apart for a reader, or should not be used to: times, addresses, consent, languages. */
const ADMINISTRATIVE =
  /tidst[äe]mp|timestamp|tidspunkt|^(start|end|slut|svars?|created|submitted)?[ _-]?(tid|time|datum|date|dato|klokkeslett|klockslag)\b|samtyck|samtykk|consent|gdpr|spr[åa]k|language|e-?post|e-?mail|mejl|adress|address|telefon|phone|ip-adress|webb|url/i

/** Words in an answer from which it is more than a choice; distinct among such answers for a column to be open; units that no property has; answers from which a question is known to have no choices. */
const OPEN = { words: 5, distinct: 0.7, share: 0.25, many: 10, length: 200, asked: 3 }

/** What each named column of a sheet is for, by its heading and its values. */
export function columnsOf({ head, rows }: Pick<RawTable, 'head' | 'rows'>): Column[] {
  const columns = head.flatMap((name, at) => (name === '' ? [] : [{ at, name, values: filledOf(rows, at) }]))
  const open = new Set(columns.filter(isOpen).map(({ at }) => at))
  const names = columns.filter(({ at, values }) => !open.has(at) && values.length > 0)
  const naming =
    names.find(({ name, values }) => IDENTITY.test(name) && isWhole(values, rows)) ??
    names.find((column) => NAMING.test(column.name) && isUnique(column.values, rows)) ??
    names.find((column, first) => !ADMINISTRATIVE.test(column.name) && isUnique(column.values, rows) && tellsApart(column.values, first))
  return columns.map(({ at, name, values }): Column => {
    if (at === naming?.at) return { at, name, use: 'case' }
    if (at > 0 && isKindHeading(name)) return { at, name, use: 'kind' }
    return open.has(at) ? { at, name, use: 'open' } : { at, name: attributeName(name, at), use: 'attribute', ...typeOf(values) }
  })
}

/** Numbers with a sign between their thousands are read by all of their column; others stay as they are written. */
function typeOf(values: readonly string[]): { type: AttributeType; kept?: (value: string) => string } {
  const type = guessType(values)
  const { is, kept } = columnWriting(values)
  return type === 'number' && is === 'thousands' ? { type, kept } : { type }
}

/** Whether a column says what the cases are: municipality, informant. */
export function isKindHeading(name: string): boolean {
  return /^(kind|slag|typ|type)$/i.test(name.trim())
}

/** A question that was asked with choices may be longer than a name is; its column's letters keep two such apart. */
function attributeName(name: string, at: number): string {
  const letters = ` … (${columnLetters(at)})`
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - letters.length)}${letters}`
}

function filledOf(rows: RawTable['rows'], at: number): string[] {
  return rows.flatMap((cells) => cells[at] || [])
}

/** Open answers are mostly distinct and several words long; choices recur, however long they are. */
function isOpen({ name, values }: { name: string; values: readonly string[] }): boolean {
  if (ADMINISTRATIVE.test(name)) return values.some((value) => value.length > LONGEST_VALUE)
  if (asks(name) && values.length >= OPEN.asked && guessType(values) === 'text') return true
  const long = values.filter((value) => value.length > OPEN.length || wordsIn(value) >= OPEN.words)
  const distinct = new Set(long).size
  if (distinct === 0 || distinct < long.length * OPEN.distinct) return values.some((value) => value.length > LONGEST_VALUE)
  return distinct >= OPEN.many || long.length >= values.length * OPEN.share || long.some((value) => value.length > OPEN.length)
}

/** A question whose answers neither recur nor are numbers or days had no choices, however short they are. */
function asks(name: string): boolean {
  return /\?\s*$/.test(name)
}

function wordsIn(value: string): number {
  return value.slice(0, 400).match(/\p{L}{2,}/gu)?.length ?? 0
}

function isWhole(values: readonly string[], rows: RawTable['rows']): boolean {
  return values.length >= rows.length * 0.9 && values.every((value) => value.length <= 200)
}

function isUnique(values: readonly string[], rows: RawTable['rows']): boolean {
  return values.length === rows.length && new Set(values).size === values.length && values.every((value) => value.length <= 60)
}

/** A number that is not in the first column is a measure, and a day or an address nobody's name. */
function tellsApart(values: readonly string[], first: number): boolean {
  const type = guessType(values)
  return type !== 'date' && (type !== 'number' || first === 0) && !values.some((value) => /@|\d:\d\d/.test(value))
}
