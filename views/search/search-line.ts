import type { Kwic } from '../../src/domain/kwic.ts'
import type { LineOrder } from '../../src/domain/kwic-order.ts'
import type { Query } from '../../src/domain/query.ts'

/** What the search page shows, as the service gives it. */
export type Line = {
  sourceId: number
  versionId: number
  under: string
  paragraph: number
  start: number
  end: number
  kwic: Kwic
  codes: { id: number; key: string; tone: number; depth: number; label: string }[]
}
export type FoundLines = {
  query: Query
  order: LineOrder
  total: number
  lines: Line[]
  under: ReadonlyMap<string, number>
  spread: { kind: 'cases' | 'sources'; hit: number; of: number }
}
