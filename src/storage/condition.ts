import { type RawBuilder, sql } from 'kysely'
import type { MadeBy } from '../domain/coding.ts'
import { among } from './packed.ts'

/** A filter whose names are found: what SQL can ask of a coding and its quotation. */
export type Condition = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | (Test & { readonly denied: boolean })
export type Test =
  | { readonly column: 'coding.id' | 'coding.code_id' | 'coding.coder_id' | 'coding.quotation_id' | 'quotation.source_id'; readonly ids: readonly number[] }
  | { readonly made: MadeBy }
  | { readonly since: string }
  | { readonly until: string }
  | { readonly either: readonly Test[] }

const WIDEST = 64

/** The condition as SQL, for a query over `coding` and `quotation`. */
export function sqlOf(condition: Condition): RawBuilder<boolean> {
  if ('all' in condition) return joined(condition.all, ' and ', sql<boolean>`1 = 1`)
  if ('any' in condition) return joined(condition.any, ' or ', sql<boolean>`1 = 0`)
  const test = testOf(condition)
  return condition.denied ? sql<boolean>`not (${test})` : test
}

function joined(parts: readonly Condition[], word: ' and ' | ' or ', otherwise: RawBuilder<boolean>): RawBuilder<boolean> {
  if (parts.length === 0) return otherwise
  if (parts.length === 1) return sqlOf(parts[0]!)
  if (parts.length > WIDEST) {
    // SQLite reads a chain as a tree as deep as it is long, and none deeper than 1,000.
    const middle = parts.length >> 1
    return sql<boolean>`(${joined(parts.slice(0, middle), word, otherwise)}${sql.raw(word)}${joined(parts.slice(middle), word, otherwise)})`
  }
  return sql<boolean>`(${sql.join(
    parts.map((part) => sqlOf(part)),
    sql.raw(word),
  )})`
}

function testOf(test: Test): RawBuilder<boolean> {
  if ('column' in test) return among(test.column, test.ids)
  if ('either' in test) return sql<boolean>`(${sql.join(test.either.map(testOf), sql.raw(' or '))})`
  if ('made' in test) return sql<boolean>`coding.made_by = ${test.made}`
  if ('since' in test) return sql<boolean>`coding.made_at >= ${test.since}`
  return sql<boolean>`coding.made_at <= ${test.until}`
}
