import { clausesOf, type Filter } from './filter.ts'
import { sameName } from './name.ts'
import { Refusal } from './refusal.ts'
import { unknownSet } from './unknown-in-filter.ts'

/** A filter saved under a name. */
export type FilterSet = { readonly id: number; readonly name: string; readonly filter: Filter }

/** The filter with what its sets stand for put in. Refuses a set that is not there, and one that is made of itself. */
export function expandSets(filter: Filter, sets: readonly FilterSet[], within: readonly string[] = []): Filter {
  if ('not' in filter) return { not: expandSets(filter.not, sets, within) }
  if ('all' in filter) return { all: filter.all.map((one) => expandSets(one, sets, within)) }
  if ('any' in filter) return { any: filter.any.map((one) => expandSets(one, sets, within)) }
  if (filter.clause.key !== 'set') return filter
  const { value } = filter.clause
  const found = findSet(sets, value)
  if (!found)
    throw unknownSet(
      value,
      sets.map(({ name }) => name),
    )
  if (within.includes(found.name)) throw new Refusal('conflict', 'refusal.set-of-itself', { name: found.name })
  return expandSets(found.filter, sets, [...within, found.name])
}

/** The set of a name: exactly so, else but for capitals. */
export function findSet<S extends { readonly name: string }>(sets: readonly S[], name: string): S | undefined {
  const wanted = name.normalize('NFC').trim()
  return sets.find((set) => set.name === wanted) ?? sets.find((set) => sameName(set.name, wanted))
}

/** The sets that a filter names itself. */
export function setsNamedIn(filter: Filter): string[] {
  return clausesOf(filter).flatMap((clause) => (clause.key === 'set' ? [clause.value] : []))
}

/** The filter where one set has another name. */
export function renameSetIn(filter: Filter, from: string, to: string): Filter {
  if ('not' in filter) return { not: renameSetIn(filter.not, from, to) }
  if ('all' in filter) return { all: filter.all.map((one) => renameSetIn(one, from, to)) }
  if ('any' in filter) return { any: filter.any.map((one) => renameSetIn(one, from, to)) }
  const { clause } = filter
  return clause.key === 'set' && sameName(clause.value.normalize('NFC').trim(), from) ? { clause: { key: 'set', value: to } } : filter
}
