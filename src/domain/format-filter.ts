import type { Clause, Comparison, Filter, Named } from './filter.ts'

/** The text form of a filter, as `parseFilter` reads it: AND by juxtaposition, OR, -, parentheses. '' is every coding. */
export function formatFilter(filter: Filter): string {
  if ('clause' in filter) return formatClause(filter.clause)
  if ('not' in filter) return `-${inner(filter.not)}`
  if ('all' in filter) return filter.all.map(inner).join(' ')
  return filter.any.map((one) => ('all' in one && one.all.length > 1 ? formatFilter(one) : inner(one))).join(' OR ')
}

/** Within something else, what has parts of its own stands in parentheses. */
function inner(filter: Filter): string {
  return 'clause' in filter || 'not' in filter ? formatFilter(filter) : `(${formatFilter(filter)})`
}

export function formatClause(clause: Clause): string {
  if (clause.key === 'attribute') return `${quoted(clause.name)}${formatComparison(clause.comparison)}`
  if (clause.key === 'words') return clause.value
  if ('named' in clause) return `${clause.key}:${formatNamed(clause.named)}`
  return `${clause.key}:${worded(clause.value)}`
}

function formatNamed(named: Named): string {
  if ('any' in named) return '*'
  return 'id' in named ? `#${named.id}` : worded(named.name)
}

function formatComparison(comparison: Comparison): string {
  if (comparison.is === 'between') return `:${worded(comparison.low)}..${worded(comparison.high)}`
  return `${comparison.is === '=' ? ':' : comparison.is}${worded(comparison.value)}`
}

/** Plain words stand as they are; all else is quoted, so that nothing in it can be read as the language's own. */
function worded(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$|^-?\d+(\.\d+)?$/u.test(value) ? value : quoted(value)
}
function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
