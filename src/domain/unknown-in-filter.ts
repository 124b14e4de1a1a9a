import type { Clause, Named, NamedKey } from './filter.ts'
import { choicesSaid, filterKeyOf, isChoiceKey, listAllKeyWords } from './filter-words.ts'
import { formatClause } from './format-filter.ts'
import type { Nameable } from './named.ts'
import { nearestNames, slipsOf } from './nearest-names.ts'
import { Refusal } from './refusal.ts'

// What a filter names and the project does not have is refused with what there is. `clause`: the condition, by which it is found in what was
// written. `near`: names that may have been meant; `offers`: the conditions with them, a line each.

type NamedClause = Extract<Clause, { named: Named }>

const missing = {
  code: 'refusal.filter-no-code',
  case: 'refusal.filter-no-case',
  source: 'refusal.filter-no-source',
  speaker: 'refusal.filter-no-speaker',
  question: 'refusal.filter-no-question',
  coder: 'refusal.filter-no-coder',
} as const satisfies Record<NamedKey, string>

/** Nothing has the name that a clause gives. */
export function unknownName(things: readonly Nameable[], clause: NamedClause): Refusal {
  const name = 'name' in clause.named ? clause.named.name : 'id' in clause.named ? `#${clause.named.id}` : '*'
  const near = nearestThings(name, things)
  return refuse(
    near.length === 0 ? 'refusal.filter-none' : missing[clause.key],
    clause,
    name,
    near,
    near.map((one): Clause => ({ key: clause.key, named: { name: one } })),
  )
}

/** Several things have the name. */
export function ambiguousName(things: readonly Nameable[], ids: readonly number[], clause: NamedClause): Refusal {
  const meant = things.filter(({ id }) => ids.includes(id))
  const name = 'name' in clause.named ? clause.named.name : ''
  const paths = meant.map(({ names }) => names[0]!)
  const isTold = new Set(paths).size === paths.length
  const offers = meant.map(({ id, names }): Clause => ({ key: clause.key, named: isTold ? { name: names[0]! } : { id } }))
  return refuse('refusal.filter-ambiguous', clause, name, isTold ? paths : offers.map(formatClause), offers)
}

/** The project has no attribute of the name; what is a condition's word in another language has values, and what is nearly one may be meant. */
export function unknownAttribute(clause: Clause & { key: 'attribute' }, names: readonly string[]): Refusal {
  const { name, comparison } = clause
  const key = filterKeyOf(name)
  if (key && isChoiceKey(key) && comparison.is === '=')
    return new Refusal('invalid', 'refusal.filter-choice', { clause: formatClause(clause), ...choicesSaid(key, name, comparison.value) })
  const slips = comparison.is === '=' ? slipsOf(name, listAllKeyWords()) : []
  const near = slips.length > 0 ? slipsOf(name, names) : nearestNames(name, names)
  const asked = comparison.is === '=' ? slips.map((word) => `${word}:${formatClause({ key: 'set', value: comparison.value }).slice('set:'.length)}`) : []
  const offers = [...asked, ...near.map((one) => formatClause({ ...clause, name: one }))]
  const values = { clause: formatClause(clause), name, near: [...slips.map((word) => `${word}:`), ...near].join(' · '), offers: offers.join('\n') }
  if (offers.length === 0) return new Refusal('invalid', 'refusal.filter-no-attributes', values)
  return new Refusal('invalid', slips.length > 0 ? 'refusal.filter-no-key' : 'refusal.filter-no-attribute', values)
}

/** The project has no attribute of the name, where nothing but an attribute may stand. */
export function noAttribute(name: string, names: readonly string[]): Refusal {
  const near = nearestNames(name, names)
  return new Refusal('invalid', near.length === 0 ? 'refusal.filter-no-attributes' : 'refusal.filter-no-attribute', { name, near: near.join(' · ') })
}

/** No set has the name. */
export function unknownSet(name: string, names: readonly string[]): Refusal {
  const near = nearestNames(name, names)
  const clause: Clause = { key: 'set', value: name }
  return refuse(
    near.length === 0 ? 'refusal.filter-none' : 'refusal.no-such-set',
    clause,
    name,
    near,
    near.map((value): Clause => ({ key: 'set', value })),
  )
}

function refuse(key: string, clause: Clause, name: string, near: readonly string[], offers: readonly Clause[]): Refusal {
  const values = { clause: formatClause(clause), name, key: clause.key, near: near.join(' · '), offers: offers.map(formatClause).join('\n') }
  return new Refusal('invalid', key, values)
}

/** What things are called first, those first of which any name is near. */
function nearestThings(name: string, things: readonly Nameable[]): string[] {
  const byName = new Map<string, string>()
  for (const { names } of [...things].reverse()) for (const one of names) byName.set(one, names[0]!)
  return [...new Set(nearestNames(name, [...byName.keys()], 12).map((one) => byName.get(one)!))].slice(0, 5)
}
