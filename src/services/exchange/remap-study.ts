import type { Clause } from '../../domain/filter.ts'
import { formatFilter } from '../../domain/format-filter.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { TableShape } from '../../storage/project-tables.ts'
import { mapClauses } from '../filter-names.ts'

export type StudyRow = Record<string, unknown>
/** What ids of a zip are here. `byTable`: those that are not merely moved on; `moved`: by how much the others of a table are. */
export type StudyIds = {
  readonly shapes: ReadonlyMap<string, TableShape>
  readonly byTable: ReadonlyMap<string, Map<number, number>>
  readonly moved: ReadonlyMap<string, number>
  /** The addresses of the project there and here, which stand in its row. */
  readonly slug: { readonly from: string; readonly to: string }
}

/** Beyond any id that a house gives, and far from what SQLite can't count. */
const HIGHEST = 1_000_000_000
const CASES: Readonly<Record<string, string>> = { case: 'study_case' }

export function damaged(): Refusal {
  return new Refusal('invalid', 'refusal.study-damaged')
}

/** Columns that tell when. */
const TIME = /^(?:at|\w+_at)$/

/** The id here of a row there. */
export function idHere({ byTable, moved }: StudyIds, table: string, id: unknown): number {
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > HIGHEST) throw damaged()
  return byTable.get(table)?.get(id) ?? id + (moved.get(table) ?? 0)
}

/** A row of a table as it is here: every id in it, and what else names ids. Refused where the table has other columns. */
export function rowHere(ids: StudyIds, table: string, row: StudyRow): StudyRow {
  const shape = ids.shapes.get(table)
  if (!shape || row === null || typeof row !== 'object') throw damaged()
  const here: StudyRow = {}
  for (const [column, value] of Object.entries(row)) {
    if (!shape.columns.includes(column)) throw new Refusal('invalid', 'refusal.study-newer')
    here[column] = value === null ? null : valueHere(ids, { table, column, row, refs: shape.refs }, value)
  }
  return here
}

type Where = { table: string; column: string; row: StudyRow; refs: TableShape['refs'] }

function valueHere(ids: StudyIds, { table, column, row, refs }: Where, value: unknown): unknown {
  if (column === 'id') return idHere(ids, table, value)
  if (TIME.test(column) && Number.isNaN(Date.parse(`${value}`))) throw damaged()
  if (column === 'target_id') return idHere(ids, tableOf(`${row['target_kind']}`), value)
  if (refs[column]) return idHere(ids, refs[column], value)
  if (table === 'project' && column === 'slug') return value === ids.slug.from ? ids.slug.to : value
  if (table === 'setting' && column === 'name') return settingHere(ids, `${value}`)
  if (table === 'filter_set' && column === 'filter') return filterHere(ids, `${value}`)
  if (table === 'guide' && column === 'asked_of') return filterHere(ids, `${value}`)
  if (table === 'carry_review' && column === 'held') return JSON.stringify(heldHere(ids, parsed(`${value}`)))
  if (table === 'act' && column === 'about') return JSON.stringify(aboutHere(ids, parsed(`${value}`)))
  return value
}

/** What a project set for itself; a file says nothing of other settings. */
function settingHere(ids: StudyIds, name: string): string {
  const own = /^project (\d+) (.{1,100})$/.exec(name)
  if (!own) throw damaged()
  return `project ${idHere(ids, 'project', Number(own[1]))} ${own[2]}`
}

function tableOf(kind: string): string {
  return CASES[kind] ?? kind
}

/** JSON of one thing with named values. Refused where it is anything else. */
export function parsed(json: string): StudyRow {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as StudyRow
  } catch {
    // Told below, as anything else that is no row.
  }
  throw damaged()
}

function filterHere(ids: StudyIds, text: string): string {
  return formatFilter(
    mapClauses(parseFilter(text), (clause): Clause => {
      if (!('named' in clause) || !('id' in clause.named)) return clause
      return { key: clause.key, named: { id: idHere(ids, tableOf(clause.key), clause.named.id) } }
    }),
  )
}

/** Rows that wait in a review. */
function heldHere(ids: StudyIds, held: StudyRow): StudyRow {
  const one = (key: string, table: string) => (held[key] ? { [key]: rowHere(ids, table, held[key] as StudyRow) } : {})
  const codings = Array.isArray(held['codings']) ? { codings: held['codings'].map((row) => rowHere(ids, 'coding', row as StudyRow)) } : {}
  const words = typeof held['words'] === 'string' ? { words: held['words'] } : {}
  return { ...one('quotation', 'quotation'), ...codings, ...words, ...one('answer', 'answer_span'), ...one('span', 'source_span') }
}

/** What an act is about: `sourceId` and its like name rows. */
function aboutHere(ids: StudyIds, about: StudyRow): StudyRow {
  return Object.fromEntries(
    Object.entries(about).map(([key, value]) => {
      const table = tableOf(/^(\w+)Id$/.exec(key)?.[1] ?? '')
      return [key, typeof value === 'number' && ids.shapes.has(table) ? idHere(ids, table, value) : value]
    }),
  )
}
