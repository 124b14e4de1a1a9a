import { type Attribute, fitsType } from './attribute.ts'
import { sameName } from './name.ts'
import type { Warning } from './read-notes.ts'
import type { ReadSource } from './read-source.ts'

/** What of these sources' attributes the project's own can't take, told before anything is kept: how many values, and the first. */
export function unfitValues(known: readonly Omit<Attribute, 'id'>[], sources: readonly Pick<ReadSource, 'attributes'>[]): Warning[] {
  const typed = new Map(known.map((one) => [one.name, one]))
  const places = new Map<string, Omit<Attribute, 'id'> | undefined>()
  let count = 0
  let example = ''
  for (const { attributes = [] } of sources)
    for (const { name, value } of attributes) {
      if (!places.has(name)) places.set(name, typed.get(name) ?? known.find((one) => sameName(one.name, name)))
      const place = places.get(name)
      if (fitsType(place?.type ?? 'text', value)) continue
      if (count++ === 0) example = `${place?.name ?? name}: ${value.slice(0, 60)}`
    }
  return count === 0 ? [] : [{ kind: 'unfit-values', count, example }]
}
