import type { Clause, Filter } from './filter.ts'
import { formatClause } from './format-filter.ts'
import { Refusal } from './refusal.ts'

type Worded = Clause & { key: 'words' | 'match' }

/**
 * The filter with the words that stand beside each other as one search, with how they are to answer: a word may be written as one with its
 * neighbour, and `match:` is of all of them. Refuses a `match:` with no words beside it.
 */
export function gatherWords(filter: Filter): Filter {
  if ('not' in filter) return { not: gatherWords(filter.not) }
  if ('any' in filter) return { any: filter.any.map(gatherWords) }
  const parts = 'all' in filter ? filter.all : [filter]
  const worded = parts.flatMap((part) => (isWorded(part) ? [part.clause] : []))
  if (worded.length === 0) return 'all' in filter ? { all: filter.all.map(gatherWords) } : filter
  if (worded.every(({ key }) => key === 'match')) throw new Refusal('invalid', 'refusal.filter-match', { value: worded[0]!.value })
  const search: Filter = { clause: { key: 'words', value: worded.map(formatClause).join(' ') } }
  const others = parts.filter((part) => !isWorded(part)).map(gatherWords)
  return others.length === 0 ? search : { all: [search, ...others] }
}

function isWorded(part: Filter): part is { clause: Worded } {
  return 'clause' in part && (part.clause.key === 'words' || part.clause.key === 'match')
}
