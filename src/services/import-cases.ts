import { readFile } from 'node:fs/promises'
import { type Attribute, type AttributeType, guessType } from '../domain/attribute.ts'
import { baseName } from '../domain/case-name.ts'
import { sameName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { columnWriting, unsureBeside } from '../domain/written-number.ts'
import type { CaseTable } from '../exchange/read-cases.ts'
import { breathe } from '../storage/breathe.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { listAttributes, listStudyCases, type StudyCase } from '../storage/study-cases.ts'
import type { Pool } from '../workers/pool.ts'
import { setValues } from './edit-case.ts'

/** What a column may be chosen to be: of one type, or numbers in which 1.234 is little more than one. */
type ColumnType = AttributeType | 'decimals'
/** `types`: what a person chose for the table's attributes, in their order; null and what is left out is guessed. An attribute that is there keeps its own. */
export type CasesWish = { projectId: number; coderId: number; table: CaseTable; types?: readonly (ColumnType | null)[] }

/**
 * Put a table's cases into the project, as one act: cases that are there by name get what the table says of them, others are
 * made; an empty cell changes nothing. New attributes get the type that their values look like, or that was chosen.
 * Refused, with the row, where a value does not fit. @returns how many cases the table told of
 */
export async function importCases(house: House, { projectId, coderId, table, types }: CasesWish): Promise<number> {
  const about = { count: table.cases.length }
  await perform(house.write, { projectId, actorId: coderId, kind: 'import-cases', about }, async (ledger) => {
    const attributes = await ensureAttributes(ledger, projectId, table, types ?? [])
    const stored = await listStudyCases(ledger.trx, projectId)
    const known = new Map([...stored.map((one) => [one.name.toLowerCase(), one.id] as const), ...stored.map((one) => [one.name, one.id] as const)])
    const kept = attributes.map((attribute, at) =>
      keeping(
        attribute,
        table.cases.map((row) => row.values[at]!),
        stored,
        types?.[at] ?? null,
      ),
    )
    let position = stored.at(-1)?.position ?? 0
    for (const [at, row] of table.cases.entries()) {
      const here = known.get(row.name) ?? known.get(row.name.toLowerCase())
      if (here && row.kind) await ledger.update('study_case', here, { kind: row.kind })
      const made = { guid: crypto.randomUUID(), project_id: projectId, name: row.name, kind: row.kind ?? '', position: here ? 0 : ++position }
      const caseId = here ?? (await ledger.insert('study_case', made))
      const values = new Map(
        row.values.map((value, index): [number, string] => [attributes[index]!.id, kept[index]!(value)]).filter(([, value]) => value !== ''),
      )
      await inRow(row.row, () => setValues(ledger, caseId, attributes, values))
      if (at % 50 === 49) await breathe()
    }
  })
  return table.cases.length
}

/** The same from a file of this machine, types as guessed: for the command line. */
export async function importCaseFile(house: House, pool: Pool, wish: { projectId: number; coderId: number; path: string }): Promise<number> {
  const bytes = await readFile(wish.path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('not-found', 'refusal.file-unread', { path: wish.path, reason: error.code ?? error.message })
  })
  const { table } = await pool.run('readCases', { bytes, name: baseName(wish.path) })
  return importCases(house, { projectId: wish.projectId, coderId: wish.coderId, table })
}

/** Numbers are read by all of their column; beside decimals that the attribute has already, 1.234 is one. */
function keeping({ id, type }: Attribute, values: readonly string[], stored: readonly StudyCase[], chosen: ColumnType | null): (value: string) => string {
  if (type !== 'number') return (value) => value
  const { kept } = columnWriting(values)
  const unsure = chosen === 'decimals' ? chosen : unsureBeside(stored.flatMap((one) => one.values.get(id) ?? []))
  return (value) => (value === '' ? '' : kept(value, unsure))
}

async function ensureAttributes(ledger: Ledger, projectId: number, table: CaseTable, types: readonly (ColumnType | null)[]): Promise<Attribute[]> {
  const known = await listAttributes(ledger.trx, projectId)
  let position = known.at(-1)?.position ?? 0
  const attributes: Attribute[] = []
  for (const [at, name] of table.attributes.entries()) {
    const here = known.find((one) => sameName(one.name, name))
    const type = here?.type ?? (types[at] === 'decimals' ? 'number' : types[at]) ?? guessType(table.cases.map((row) => row.values[at]!))
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
