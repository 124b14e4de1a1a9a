import type { Attribute } from '../../domain/attribute.ts'
import { type Telling, tellingOf } from '../../domain/telling-attribute.ts'
import { noAttribute } from '../../domain/unknown-in-filter.ts'
import type { Db } from '../../storage/schema.ts'
import { listAttributes, listStudyCases } from '../../storage/study-cases.ts'

/** An attribute of the cases, what it tells of them, and whether it leaves with them under pseudonyms. */
export type AttributeChoice = Pick<Attribute, 'id' | 'name' | 'type'> & Telling & { readonly kept: boolean }

/** Which attributes leave under pseudonyms: those that are named (with commas between; #id is one by its id), else all that do not tell who a case is. Refuses one that there is not. */
export async function chooseAttributes(db: Db, projectId: number, named?: string): Promise<AttributeChoice[]> {
  const attributes = await listAttributes(db, projectId)
  const cases = await listStudyCases(db, projectId)
  const wanted = named === undefined ? undefined : new Set(named.split(',').flatMap((one) => (one.trim() ? [idOf(attributes, one.trim())] : [])))
  return attributes.map(({ id, name, type }) => {
    const telling = tellingOf(cases.flatMap(({ values }) => values.get(id) ?? []))
    return { id, name, type, ...telling, kept: wanted ? wanted.has(id) : !telling.tells }
  })
}

function idOf(attributes: readonly Attribute[], named: string): number {
  const small = named.toLocaleLowerCase('sv')
  const found = attributes.find(({ id, name }) => `#${id}` === named || name.toLocaleLowerCase('sv') === small)
  if (!found)
    throw noAttribute(
      named,
      attributes.map(({ name }) => name),
    )
  return found.id
}
