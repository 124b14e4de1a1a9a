import { fitsType } from '../../domain/attribute.ts'
import type { ExchangeReport } from '../../domain/exchange-draft.ts'
import type { Exchanged, ExchangedVariable } from '../../domain/exchanged.ts'
import { groupBy } from '../../domain/group-by.ts'
import { sameName } from '../../domain/name.ts'
import { lastPositions, listCaseNames, usualCaseKind } from '../../storage/import-places.ts'
import type { Ledger } from '../../storage/ledger.ts'
import { listAttributes, listSourceCases } from '../../storage/study-cases.ts'
import { attributePlaces, takeAttributes } from '../take-attributes.ts'
import { freeGuids } from './free-guids.ts'

/** Put the cases of a file into the project: one of the same name is that case. Values fill what is empty, and never go before what stands. @returns an id for each */
export async function takeCases(
  ledger: Ledger,
  projectId: number,
  project: Exchanged,
  sourceIds: readonly number[],
  report: ExchangeReport,
): Promise<number[]> {
  const ids = await ensureCases(ledger, projectId, project, report)
  const linked = new Set((await listSourceCases(ledger.trx, projectId)).map((one) => `${one.sourceId} ${one.caseId}`))
  const links = project.cases.flatMap(({ sources }, at) => sources.map((source) => ({ source_id: sourceIds[source]!, case_id: ids[at]! })))
  const fresh = links.filter(({ source_id, case_id }) => !linked.has(`${source_id} ${case_id}`) && linked.add(`${source_id} ${case_id}`))
  await ledger.insertMany('source_case', fresh)
  await ensureVariables(ledger, projectId, project)
  const places = await attributePlaces(ledger, projectId)
  const said = project.cases.map(({ name, values }, at) => {
    const attributes = values.map(({ variable, value }) => ({ ...project.variables[variable]!, value }))
    return { caseId: ids[at]!, caseName: name, attributes, replaces: false }
  })
  await takeAttributes(ledger, projectId, places, said)
  report.misfits += places.misfits.length
  return ids
}

async function ensureCases(ledger: Ledger, projectId: number, { cases }: Exchanged, report: ExchangeReport): Promise<number[]> {
  const byName = new Map((await listCaseNames(ledger.trx, projectId)).map(({ id, name }) => [keyOf(name), id]))
  const usual = await usualCaseKind(ledger.trx, projectId)
  let position = (await lastPositions(ledger.trx, projectId)).case
  const guids = await freeGuids(ledger.trx, 'study_case', cases)
  const ids: number[] = []
  for (const [at, { name, kind }] of cases.entries()) {
    const known = byName.get(keyOf(name))
    const row = { guid: guids[at]!, project_id: projectId, name, kind: kind || usual }
    const id = known ?? (await ledger.insert('study_case', { ...row, position: ++position }))
    if (known === undefined) report.cases++
    byName.set(keyOf(name), id)
    ids.push(id)
  }
  return ids
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv')
}

/** Variables that are new, of a type that all their values fit. */
async function ensureVariables(ledger: Ledger, projectId: number, project: Exchanged): Promise<void> {
  const known = await listAttributes(ledger.trx, projectId)
  const guids = await freeGuids(ledger.trx, 'attribute', project.variables)
  const names = known.map(({ name }) => name)
  const values = groupBy(
    project.cases.flatMap((one) => one.values),
    ({ variable }) => variable,
  )
  let position = known.at(-1)?.position ?? 0
  for (const [at, variable] of project.variables.entries()) {
    if (names.some((name) => sameName(name, variable.name))) continue
    names.push(variable.name)
    const row = { guid: guids[at]!, project_id: projectId, name: variable.name, type: typeFor(variable, values.get(at) ?? []) }
    await ledger.insert('attribute', { ...row, position: ++position })
  }
}

function typeFor({ type }: ExchangedVariable, values: readonly { value: string }[]): ExchangedVariable['type'] {
  return values.every(({ value }) => fitsType(type, value)) ? type : 'text'
}
