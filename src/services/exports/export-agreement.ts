import type { Coefficient } from '../../domain/agreement/coefficients.ts'
import { REPLICATES, SEED } from '../../domain/agreement/intervals.ts'
import { type AgreementUnit, agreementUnits } from '../../domain/agreement/rated-units.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Table, TableCell } from '../../domain/table.ts'
import type { Db } from '../../storage/schema.ts'
import { type Agreement, type AgreementRow, readAgreement } from '../agreement.ts'
import { countWaiting } from '../count-waiting.ts'
import type { ExportInput } from './export-input.ts'
import { isOn } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { coderIn } from './veiling.ts'

/** What options say: `coders`, names or #ids with commas between; `unit`, a character unless told; `after-reading`, whether what was done after that is counted. */
function agreementWish({ coders = '', unit = '', 'after-reading': all }: Readonly<Record<string, string | undefined>>) {
  const named = coders.split(',').flatMap((one) => (one.trim() === '' ? [] : [/^#\d{1,12}$/.test(one.trim()) ? Number(one.trim().slice(1)) : one.trim()]))
  if (unit !== '' && !agreementUnits.includes(unit as AgreementUnit)) throw new Refusal('invalid', 'refusal.agreement-unit', { unit })
  return { coders: named, unit: (unit || 'character') as AgreementUnit, all: isOn(all) }
}

/** What an interval draws again: of characters their paragraphs, since what stands beside each other is coded together. */
const drawnAgain = (unit: AgreementUnit) => (unit === 'character' ? 'paragraph' : unit)

const columns: readonly Coefficient[] = ['cohen', 'fleiss', 'alpha', 'ac1']

/** A code a row, all together first with no code. Coefficients and bounds are up to 1, percent up to 100; empty where undefined. */
async function agreementTable(db: Db, input: ExportInput): Promise<Table> {
  const { coders, unit, rows } = await readNamed(db, input)
  return {
    name: 'agreement',
    columns: [
      'code',
      'unit',
      'n',
      'percent',
      ...columns.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
      ...coders.map(({ name }) => `coded by ${name}`),
    ],
    rows: rows.map((row): TableCell[] => [
      row.code?.path ?? null,
      unit,
      row.n,
      row.percent === null ? null : rounded(100 * row.percent),
      ...columns.flatMap((name): TableCell[] => [rounded(row[name]), rounded(row.intervals[name]?.[0]), rounded(row.intervals[name]?.[1])]),
      ...row.coded,
    ]),
  }
}

/** The agreement with its coders as they are called in this export. */
async function readNamed(db: Db, input: ExportInput): Promise<Agreement> {
  const found = await readAgreement(db, { projectId: input.project.id, ...agreementWish(input.options) })
  const named = (name: string) => coderIn(input, name, name)
  const afterReading = { ...found.afterReading, coders: found.afterReading.coders.map(named) }
  return { ...found, afterReading, coders: found.coders.map((coder) => ({ ...coder, name: named(coder.name) })) }
}

async function agreementJson(db: Db, input: ExportInput): Promise<unknown> {
  return { ...agreementRecords(await readNamed(db, input)), waiting: (await countWaiting(db, input.project.id)).quotations }
}

/** As JSON has it. `kappa` is Cohen's of two coders and Fleiss's of more; `interval` is kappa's. `afterReading`: what was done after the others' codings could be read. */
function agreementRecords({ coders, unit, compared, sources, afterReading, rows }: Agreement) {
  return {
    coders: coders.map(({ name }) => name),
    unit,
    sources: compared,
    sourcesInProject: sources,
    afterReading,
    interval: { level: 0.95, method: 'bootstrap', drawn: drawnAgain(unit), replicates: REPLICATES, seed: SEED },
    rows: rows.map((row) => recordOf(row, unit, coders.length)),
  }
}

function recordOf({ code, n, percent, intervals, coded, ...found }: AgreementRow, unit: AgreementUnit, coders: number) {
  const kappa = coders === 2 ? 'cohen' : 'fleiss'
  const pair = (name: Coefficient, by = 1) => intervals[name]?.map((one) => rounded(by * one)) ?? null
  return {
    code: code?.path ?? null,
    overall: code === null,
    unit,
    n,
    percent: percent === null ? null : rounded(100 * percent),
    kappa: rounded(found[kappa]),
    kappaIs: kappa,
    fleiss: rounded(found.fleiss),
    alpha: rounded(found.alpha),
    ac1: rounded(found.ac1),
    interval: pair(kappa),
    intervals: { percent: pair('percent', 100), kappa: pair(kappa), fleiss: pair('fleiss'), alpha: pair('alpha'), ac1: pair('ac1') },
    coded,
  }
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 1e6) / 1e6
}

export const agreementMakers = tableMakers('agreement', agreementTable, agreementJson)
