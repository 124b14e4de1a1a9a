import { type Attribute, guessType } from '../domain/attribute.ts'
import { sameName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { decodeTable } from '../exchange/decode-table.ts'
import { type CaseTable, readCases } from '../exchange/read-cases.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listAttributes, listStudyCases } from '../storage/study-cases.ts'
import { setValues } from './edit-case.ts'

/**
 * Put the cases of a CSV file into the project, as one act: cases that are there by name get what the file says of them,
 * others are made; an empty cell changes nothing. New attributes get the type that their values look like.
 * Refused, with the row, where a value does not fit. @returns how many cases the file told of
 */
export async function importCases(house: House, wish: { projectId: number; coderId: number; bytes: Uint8Array }): Promise<number> {
  const table = readCases(decodeTable(wish.bytes))
  const about = { count: table.cases.length }
  await perform(house.write, { projectId: wish.projectId, actorId: wish.coderId, kind: 'import-cases', about }, async (ledger) => {
    const attributes = await ensureAttributes(ledger, wish.projectId, table)
    const known = await listStudyCases(ledger.trx, wish.projectId)
    let position = known.at(-1)?.position ?? 0
    for (const row of table.cases) {
      const here = known.find((one) => one.name === row.name)
      if (here && row.kind) await ledger.update('study_case', here.id, { kind: row.kind })
      const made = { guid: crypto.randomUUID(), project_id: wish.projectId, name: row.name, kind: row.kind ?? '', position: here ? 0 : ++position }
      const caseId = here?.id ?? (await ledger.insert('study_case', made))
      const values = new Map(row.values.map((value, at): [number, string] => [attributes[at]!.id, value]).filter(([, value]) => value !== ''))
      await inRow(row.row, () => setValues(ledger, caseId, attributes, values))
    }
  })
  return table.cases.length
}

async function ensureAttributes(ledger: Ledger, projectId: number, table: CaseTable): Promise<Attribute[]> {
  const known = await listAttributes(ledger.trx, projectId)
  let position = known.at(-1)?.position ?? 0
  const attributes: Attribute[] = []
  for (const [at, name] of table.attributes.entries()) {
    const here = known.find((one) => sameName(one.name, name))
    const type = here?.type ?? guessType(table.cases.map((row) => row.values[at]!))
    const id = here?.id ?? (await ledger.insert('attribute', { guid: crypto.randomUUID(), project_id: projectId, name, type, position: ++position }))
    attributes.push({ id, name, type })
  }
  return attributes
}

async function inRow(row: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'invalid') throw error
    throw new Refusal('invalid', 'refusal.cases-value', { row, name: error.values['name'] ?? '', value: error.values['value'] ?? '' })
  }
}
