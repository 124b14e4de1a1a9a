import type { AttributeType } from './attribute.ts'
import type { Clause, Comparison } from './filter.ts'
import { formatClause } from './format-filter.ts'
import { Refusal } from './refusal.ts'
import { numbersWritten } from './written-number.ts'

/** What one value must pass. Values are as they are stored: numbers beside their text, dates as YYYY-MM-DD. */
export type AttributeTest = (value: string, number: number | null) => boolean

/** The test of an attribute's clause. Numbers compare by size, dates by day, words by being the same but for capitals. Refuses what the type can't do. */
export function attributeTest(type: AttributeType, clause: Clause & { key: 'attribute' }): AttributeTest {
  const { comparison } = clause
  if (comparison.is === '=' && comparison.value === '*') return () => true
  if (type === 'number') return numberTest(clause)
  if (type === 'date') return dateTest(comparison)
  if (comparison.is !== '=') throw new Refusal('invalid', 'refusal.filter-compare', { name: clause.name, clause: formatClause(clause) })
  const wanted = folded(comparison.value)
  return (value) => folded(value) === wanted
}

function numberTest(clause: Clause & { key: 'attribute' }): AttributeTest {
  const { comparison } = clause
  const ends = comparison.is === 'between' ? [comparison.low, comparison.high] : [comparison.value]
  const numbers = numbersAsked(ends)
  const read = (text: string) => {
    const value = numbers[ends.indexOf(text)] ?? Number.NaN
    if (!Number.isFinite(value)) throw new Refusal('invalid', 'refusal.filter-compare', { name: clause.name, clause: formatClause(clause) })
    return value
  }
  const passes = comparing(comparison, read)
  return (_, number) => number !== null && passes(number)
}

/** The numbers of a condition, both ends read together: 20.000 and 20,000 are twenty thousand, 0.125 and 2,5 are not. What is none is NaN. */
export function numbersAsked(ends: readonly string[]): number[] {
  return numbersWritten(ends, 'thousands').map((number, at) => number ?? (ends[at]!.trim() === '' ? Number.NaN : Number(ends[at]!.trim())))
}

function dateTest(comparison: Comparison): AttributeTest {
  const passes = comparing(comparison, (text) => text)
  return (value) => passes(value)
}

function comparing<V extends string | number>(comparison: Comparison, read: (text: string) => V): (value: V) => boolean {
  if (comparison.is === 'between') {
    const [low, high] = [read(comparison.low), read(comparison.high)]
    return (value) => low <= value && value <= high
  }
  const wanted = read(comparison.value)
  const tests = { '=': (v: V) => v === wanted, '>': (v: V) => v > wanted, '<': (v: V) => v < wanted, '>=': (v: V) => v >= wanted, '<=': (v: V) => v <= wanted }
  return tests[comparison.is]
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv')
}
