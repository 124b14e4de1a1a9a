import { type AttributeType, asNumber, LONGEST_VALUE, toValue } from '../domain/attribute.ts'
import { LONGEST_NAME, toName } from '../domain/name.ts'
import type { ReadAttribute } from '../domain/read-source.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ledger } from '../storage/ledger.ts'
import { listAttributes, listValues, listValuesOfCases } from '../storage/study-cases.ts'

/** A value that was not taken: it does not fit the attribute's type, is too long, or (`stands`) another is there already. */
export type Misfit = { caseName: string; name: string; value: string; stands?: string }
/** What a file says of a case. `replaces`: its values go before those that stand; else they only fill what is empty. */
type Said = { caseId: number; caseName: string; attributes: readonly ReadAttribute[]; replaces: boolean }
type Place = { id: number; name: string; type: AttributeType; isNew: boolean }
/** The attributes of a project while an act writes to them, and the values of the cases that it has met. */
export type AttributePlaces = {
  last: number
  byName: Map<string, Place>
  values: Map<string, { id: number; value: string }>
  met: Set<number>
  misfits: Misfit[]
}

export async function attributePlaces(ledger: Ledger, projectId: number): Promise<AttributePlaces> {
  const known = await listAttributes(ledger.trx, projectId)
  const byName = new Map(known.map(({ id, name, type }) => [keyOf(name), { id, name, type, isNew: false }]))
  return { last: known.at(-1)?.position ?? 0, byName, values: new Map(), met: new Set(), misfits: [] }
}

/**
 * Give cases the values that files say. An attribute of the same name keeps its type, whatever its capitals; a new one has
 * the type that the file guessed, and becomes text where a later value does not fit it. What can't be taken is listed.
 */
export async function takeAttributes(ledger: Ledger, projectId: number, places: AttributePlaces, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  await meet(ledger, places, said)
  const rows = new Map<string, { case_id: number; attribute_id: number; value: string; number_value: number | null }>()
  for (const { caseId, caseName, attributes, replaces } of said)
    for (const read of attributes) {
      const place = await ensureAttribute(ledger, projectId, places, read)
      const wanted = await fitted(ledger, place, read.type === 'number' || place.type !== 'number' ? read.value : asNumber(read.value), rows)
      const key = `${caseId} ${place.id}`
      const stands = rows.get(key)?.value ?? places.values.get(key)?.value
      if (wanted === undefined) places.misfits.push({ caseName, name: place.name, value: read.value })
      else if (wanted === null || stands === wanted.value) continue
      else if (stands !== undefined && !replaces) places.misfits.push({ caseName, name: place.name, value: read.value, stands })
      else if (places.values.has(key)) await replace(ledger, places, key, wanted)
      else rows.set(key, { case_id: caseId, attribute_id: place.id, value: wanted.value, number_value: wanted.number })
    }
  const ids = await ledger.insertMany('attribute_value', [...rows.values()])
  for (const [at, [key, { value }]] of [...rows].entries()) places.values.set(key, { id: ids[at]!, value })
}

/** Values of cases that were there before the act are read once; an act's own are remembered. */
async function meet(ledger: Ledger, { values, met }: AttributePlaces, said: readonly Said[]): Promise<void> {
  const ids = said.map((one) => one.caseId).filter((id) => !met.has(id))
  for (const { id, caseId, attributeId, value } of await listValuesOfCases(ledger.trx, ids)) values.set(`${caseId} ${attributeId}`, { id, value })
  for (const id of ids) met.add(id)
}

async function replace(ledger: Ledger, { values }: AttributePlaces, key: string, wanted: { value: string; number: number | null }): Promise<void> {
  const { id } = values.get(key)!
  await ledger.update('attribute_value', id, { value: wanted.value, number_value: wanted.number })
  values.set(key, { id, value: wanted.value })
}

async function ensureAttribute(ledger: Ledger, projectId: number, places: AttributePlaces, { name, type }: ReadAttribute): Promise<Place> {
  const kept = toName(name.slice(0, LONGEST_NAME))
  const known = places.byName.get(keyOf(kept))
  if (known) return known
  const id = await ledger.insert('attribute', { guid: crypto.randomUUID(), project_id: projectId, name: kept, type, position: ++places.last })
  const made = { id, name: kept, type, isNew: true }
  places.byName.set(keyOf(kept), made)
  return made
}

/** The value as it is kept; null where it is empty, undefined where it can't be. */
async function fitted(ledger: Ledger, place: Place, value: string, waiting: ReadonlyMap<string, { attribute_id: number; number_value: number | null }>) {
  try {
    return toValue(place.type, place.name, value)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!place.isNew || place.type === 'text' || value.length > LONGEST_VALUE) return undefined
    await widen(ledger, place)
    for (const row of waiting.values()) if (row.attribute_id === place.id) row.number_value = null
    return toValue('text', place.name, value)
  }
}

async function widen(ledger: Ledger, place: Place): Promise<void> {
  place.type = 'text'
  await ledger.update('attribute', place.id, { type: 'text' })
  for (const { id } of await listValues(ledger.trx, { attributeId: place.id })) await ledger.update('attribute_value', id, { number_value: null })
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv')
}
