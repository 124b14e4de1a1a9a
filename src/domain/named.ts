import type { Clause, Named } from './filter.ts'
import { ambiguousName, unknownName } from './unknown-in-filter.ts'

/** Something that can be named in a filter. `names` in the order in which they are tried: a full path before a bare label. */
export type Nameable = { readonly id: number; readonly names: readonly string[] }

/**
 * The things that a clause names: those of the same name exactly, else but for capitals. Refuses a name that nothing has;
 * and one that several have, where `one` alone may be meant.
 */
export function namedBy(things: readonly Nameable[], clause: Extract<Clause, { named: Named }>, one: boolean): number[] {
  const { named } = clause
  if ('any' in named) return things.map(({ id }) => id)
  const found = 'id' in named ? things.filter(({ id }) => id === named.id).map(({ id }) => id) : byName(things, named.name)
  if (found.length === 0) throw unknownName(things, clause)
  if (one && found.length > 1) throw ambiguousName(things, found, clause)
  return found
}

function byName(things: readonly Nameable[], name: string): number[] {
  const ranks = Math.max(0, ...things.map(({ names }) => names.length))
  for (const same of [exactly, folded])
    for (let rank = 0; rank < ranks; rank++) {
      const wanted = same(name)
      const found = things.filter(({ names }) => names[rank] !== undefined && same(names[rank]!) === wanted)
      if (found.length > 0) return found.map(({ id }) => id)
    }
  return []
}

const exactly = (name: string) => name.normalize('NFC').trim()
const folded = (name: string) => exactly(name).toLocaleLowerCase('sv')
