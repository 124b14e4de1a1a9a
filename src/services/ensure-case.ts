import { sameName, toName } from '../domain/name.ts'
import { lastPositions, listCaseNames, usualCaseKind } from '../storage/import-places.ts'
import type { Ledger } from '../storage/ledger.ts'

/** The case of a name inside an act, whatever its capitals; made, last in the project, if there is none. @returns its id */
export async function ensureCase(ledger: Ledger, projectId: number, raw: string): Promise<number> {
  const name = toName(raw)
  const cases = await listCaseNames(ledger.trx, projectId)
  const known = cases.find((one) => one.name === name) ?? cases.find((one) => sameName(one.name, name))
  if (known) return known.id
  const position = (await lastPositions(ledger.trx, projectId)).case + 1
  const kind = await usualCaseKind(ledger.trx, projectId)
  return ledger.insert('study_case', { guid: crypto.randomUUID(), project_id: projectId, name, kind, position })
}
