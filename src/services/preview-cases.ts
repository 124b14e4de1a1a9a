import { type AttributeType, fitsType, guessType, type Nearly, nearlyType } from '../domain/attribute.ts'
import { sameName } from '../domain/name.ts'
import type { Loss } from '../domain/read-notes.ts'
import { type ColumnWriting, columnWriting, type Unsure, unsureBeside } from '../domain/written-number.ts'
import type { CaseTable } from '../exchange/read-cases.ts'
import type { House } from '../storage/open.ts'
import { listAttributes, listStudyCases } from '../storage/study-cases.ts'
import type { Pool } from '../workers/pool.ts'

/** A column of a file of cases: `nearly` what it is but for a few values; `known` where the project has an attribute of its name, whose type it keeps; `unfit` values fit it not. */
type PreviewColumn = {
  name: string
  type: AttributeType
  known: boolean
  filled: number
  unfit: number
  examples: string[]
  nearly: Nearly | undefined
  numbers: WrittenNumbers | undefined
}
/** Numbers with a sign between their thousands, as they are read; `mayBe` one that could be read as decimals too, undecided where nothing tells which. */
type WrittenNumbers = { read: number[]; mayBe: { written: string; thousands: number; decimals: number } | undefined; undecided: boolean }
export type CasesPreview = { table: CaseTable; losses: readonly Loss[]; columns: PreviewColumn[]; fresh: string[]; known: number }

/** Values of a column that are shown. */
const EXAMPLES = 4

/** What a file of cases holds and what its columns look like; nothing of it is in the project. */
export async function previewCases(
  house: House,
  pool: Pool,
  { projectId, bytes, name }: { projectId: number; bytes: Uint8Array; name: string },
): Promise<CasesPreview> {
  const { table, losses } = await pool.run('readCases', { bytes, name })
  const attributes = await listAttributes(house.read, projectId)
  const stored = await listStudyCases(house.read, projectId)
  const names = new Set(stored.map((one) => one.name))
  const fresh = table.cases.map((one) => one.name).filter((one) => !names.has(one))
  const columns = table.attributes.map((column, at): PreviewColumn => {
    const values = table.cases.map((one) => one.values[at]!).filter((value) => value !== '')
    const here = attributes.find((one) => sameName(one.name, column))
    const type = here?.type ?? guessType(values)
    const examples = [...new Set(values)].slice(0, EXAMPLES)
    const unsure = unsureBeside(stored.flatMap((one) => (here && one.values.get(here.id)) ?? []))
    const writing = columnWriting(values)
    const kept = (value: string) => (type === 'number' ? writing.kept(value, unsure) : value)
    const unfit = values.filter((value) => !fitsType(type, kept(value))).length
    const numbers = here && type !== 'number' ? undefined : writtenNumbers(writing, examples, unsure)
    return { name: column, type, known: here !== undefined, filled: values.length, unfit, examples, nearly: here ? undefined : nearlyType(values), numbers }
  })
  return { table, losses, columns, fresh, known: table.cases.length - fresh.length }
}

/** How numbers with a sign between their thousands, or what may be one, are read; undefined where none is. */
function writtenNumbers({ is, mayBe, read }: ColumnWriting, examples: readonly string[], unsure: Unsure): WrittenNumbers | undefined {
  const numbers = examples.map((value) => read(value, unsure)).filter((number) => number !== null)
  if (is === 'plain' || numbers.length < examples.length) return undefined
  const either = mayBe === undefined ? undefined : { written: mayBe, thousands: read(mayBe, 'thousands')!, decimals: read(mayBe, 'decimals')! }
  return { read: numbers, mayBe: either, undecided: is === 'doubt' }
}
