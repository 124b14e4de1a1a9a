import { type Attribute, asNumber, toValue } from '../domain/attribute.ts'
import { toName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listSources } from '../storage/sources.ts'
import { listAttributes, listSourceCases, listStudyCases, listValues } from '../storage/study-cases.ts'

/** What a form says of a case: values by attribute id ('' takes the value away), and the sources that are its. What is left out stays. */
export type CaseEdit = { name?: string; kind?: string; values?: ReadonlyMap<number, string>; sourceIds?: readonly number[] }

/** Change a case, as one act. Refused where another has its name, or a value does not fit its attribute's type. */
export async function editCase(house: House, wish: { projectId: number; coderId: number; caseId: number; edit: CaseEdit }): Promise<void> {
  const { edit, caseId, projectId } = wish
  const patch = {
    ...(edit.name === undefined ? {} : { name: toName(edit.name) }),
    ...(edit.kind === undefined ? {} : { kind: edit.kind.trim() === '' ? '' : toName(edit.kind) }),
  }
  await perform(house.write, { projectId, actorId: wish.coderId, kind: 'edit-case', about: { caseId } }, async (ledger) => {
    const cases = await listStudyCases(ledger.trx, projectId)
    if (!cases.some((one) => one.id === caseId)) throw new Refusal('not-found', 'refusal.no-case')
    if (cases.some((one) => one.id !== caseId && one.name === patch.name)) throw new Refusal('conflict', 'refusal.case-taken', { name: patch.name! })
    await ledger.update('study_case', caseId, patch)
    if (edit.values) await writeValues(ledger, caseId, await listAttributes(ledger.trx, projectId), edit.values)
    if (edit.sourceIds) await setSources(ledger, projectId, caseId, edit.sourceIds)
  })
}

/** Values as somebody wrote them in fields; a number that stands as it was is what it was. */
async function writeValues(ledger: Ledger, caseId: number, attributes: readonly Attribute[], values: ReadonlyMap<number, string>): Promise<void> {
  const stored = new Map((await listValues(ledger.trx, { caseId })).map((one) => [one.attributeId, one.value]))
  const numbers = new Set(attributes.filter(({ type }) => type === 'number').map(({ id }) => id))
  const asKept = ([id, raw]: [number, string]): [number, string] => [id, numbers.has(id) && raw.trim() !== stored.get(id) ? asNumber(raw) : raw]
  await setValues(ledger, caseId, attributes, new Map([...values].map(asKept)))
}

/** Give a case these values inside an act. Attributes that are not the project's are refused. */
export async function setValues(ledger: Ledger, caseId: number, attributes: readonly Attribute[], values: ReadonlyMap<number, string>): Promise<void> {
  const stored = await listValues(ledger.trx, { caseId })
  for (const [attributeId, raw] of values) {
    const attribute = attributes.find((one) => one.id === attributeId)
    if (!attribute) throw new Refusal('not-found', 'refusal.no-attribute')
    const wanted = toValue(attribute.type, attribute.name, raw)
    const known = stored.find((one) => one.attributeId === attributeId)
    if (known && wanted) await ledger.update('attribute_value', known.id, { value: wanted.value, number_value: wanted.number })
    else if (known) await ledger.remove('attribute_value', known.id)
    else if (wanted) await ledger.insert('attribute_value', { case_id: caseId, attribute_id: attributeId, value: wanted.value, number_value: wanted.number })
  }
}

async function setSources(ledger: Ledger, projectId: number, caseId: number, sourceIds: readonly number[]): Promise<void> {
  const known = new Set((await listSources(ledger.trx, projectId)).map((source) => source.id))
  if (sourceIds.some((id) => !known.has(id))) throw new Refusal('not-found', 'refusal.no-source')
  const links = (await listSourceCases(ledger.trx, projectId)).filter((link) => link.caseId === caseId)
  for (const link of links) if (!sourceIds.includes(link.sourceId)) await ledger.remove('source_case', link.id)
  for (const sourceId of new Set(sourceIds))
    if (!links.some((link) => link.sourceId === sourceId)) await ledger.insert('source_case', { source_id: sourceId, case_id: caseId })
}
