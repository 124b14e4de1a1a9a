import { type AttributeType, toValue } from '../domain/attribute.ts'
import { sameName, toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { columnWriting } from '../domain/written-number.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listAttributes, listValues } from '../storage/study-cases.ts'
import { listSynthesisIds } from '../storage/syntheses.ts'

type Who = { projectId: number; coderId: number }

/** A new property of the cases, last among them. Refused where another has its name. @returns its id */
export async function createAttribute(house: House, wish: Who & { name: string; type: AttributeType }): Promise<number> {
  const name = toName(wish.name)
  const { result } = await perform(
    house.write,
    { projectId: wish.projectId, actorId: wish.coderId, kind: 'create-attribute', about: { label: name } },
    async (ledger) => {
      const attributes = await listAttributes(ledger.trx, wish.projectId)
      refuseTaken(attributes, name)
      const position = (attributes.at(-1)?.position ?? 0) + 1
      return ledger.insert('attribute', { guid: crypto.randomUUID(), project_id: wish.projectId, name, type: wish.type, position })
    },
  )
  return result
}

/** Rename an attribute or change its type. Refused where a value does not fit the new type: nothing is dropped. */
export async function editAttribute(house: House, wish: Who & { attributeId: number; name: string; type: AttributeType }): Promise<void> {
  const name = toName(wish.name)
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'edit-attribute', about: { label: name } }, async (ledger) => {
    const attributes = await listAttributes(ledger.trx, wish.projectId)
    const attribute = attributes.find((one) => one.id === wish.attributeId)
    if (!attribute) throw new Refusal('not-found', 'refusal.no-attribute')
    refuseTaken(attributes, name, attribute.id)
    await ledger.update('attribute', attribute.id, { name, type: wish.type })
    if (wish.type !== attribute.type) await retype(ledger, attribute.id, name, wish.type)
  })
}

/** Take an attribute away with its values and what was drawn together of its groups. @returns its name */
export async function removeAttribute(house: House, wish: Who & { attributeId: number }): Promise<string> {
  const known = (await listAttributes(house.write, wish.projectId)).find((one) => one.id === wish.attributeId)
  if (!known) throw new Refusal('not-found', 'refusal.no-attribute')
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'remove-attribute', about: { label: known.name } }, async (ledger) => {
    const attributes = await listAttributes(ledger.trx, wish.projectId)
    if (!attributes.some((one) => one.id === known.id)) throw new Refusal('not-found', 'refusal.no-attribute')
    const values = await listValues(ledger.trx, { attributeId: known.id })
    await ledger.removeMany(
      'attribute_value',
      values.map((value) => value.id),
    )
    await ledger.removeMany('synthesis', await listSynthesisIds(ledger.trx, { attributeId: known.id }))
    await ledger.remove('attribute', known.id)
  })
  return known.name
}

async function retype(ledger: Ledger, attributeId: number, name: string, type: AttributeType): Promise<void> {
  const values = await listValues(ledger.trx, { attributeId })
  const { kept } = columnWriting(values.map(({ value }) => value))
  for (const stored of values) {
    const { value, number } = toValue(type, name, type === 'number' ? kept(stored.value) : stored.value)!
    await ledger.update('attribute_value', stored.id, { value, number_value: number })
  }
}

function refuseTaken(attributes: readonly { id: number; name: string }[], name: string, exceptId?: number): void {
  if (attributes.some((one) => one.id !== exceptId && sameName(one.name, name))) throw new Refusal('conflict', 'refusal.attribute-taken', { name })
}
