import { actAreas, kindsIn } from '../domain/act.ts'
import { readActObject } from '../domain/act-object.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Table } from '../domain/table.ts'
import { type ActsWish, listActs, listChanges } from '../storage/acts.ts'
import { findCoderByName } from '../storage/coders.ts'
import type { Db } from '../storage/schema.ts'
import type { ExportInput } from './exports.ts'
import { tableMakers } from './table-files.ts'

const DAY = /^\d{4}-\d\d-\d\d$/

/** What options say: `coder` by name, `object` (code:12, source:3, case:4, coding:9), `area`, `from` and `to` as days of UTC, both taken in. */
export async function historyWish(db: Db, options: ExportInput['options']): Promise<Omit<ActsWish, 'limit'>> {
  const { coder, object, area, from, to } = options
  const known = coder ? await findCoderByName(db, coder) : undefined
  if (coder && !known) throw new Refusal('not-found', 'refusal.no-coder-named', { name: coder })
  const about = object ? readActObject(object) : undefined
  const named = area ? actAreas.find((one) => one === area) : undefined
  const wrong = (object && !about && object) || (area && !named && area) || [from, to].find((day) => day && !DAY.test(day))
  if (wrong) throw new Refusal('invalid', 'refusal.history-wish', { wish: wrong })
  return {
    actorId: known?.id,
    object: about,
    kinds: named && kindsIn(named),
    from: from && `${from}T00:00:00.000Z`,
    to: to && new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString(),
  }
}

async function actsOf(db: Db, { project, options }: ExportInput) {
  return (await listActs(db, project.id, { limit: 1_000_000, ...(await historyWish(db, options)) })).reverse()
}

/** The audit trail, oldest first: a changed row a row, with all that it was before and after. Long texts stand by their version's id. */
async function historyTable(db: Db, input: ExportInput): Promise<Table> {
  const rows: Table['rows'][number][] = []
  for (const act of await actsOf(db, input))
    for (const { table, rowId, before, after } of await listChanges(db, act.id))
      rows.push([act.id, act.at, act.actor, act.kind, act.undoes, act.undoneBy, table, rowId, before && JSON.stringify(before), after && JSON.stringify(after)])
  return { name: 'acts', columns: ['act', 'at', 'coder', 'did', 'undoes', 'undone_by', 'table', 'row', 'before', 'after'], rows }
}

/** An act a record, with its changes. */
async function historyJson(db: Db, input: ExportInput): Promise<unknown> {
  const acts = []
  for (const { id, at, actor, kind, about, undoes, undoneBy } of await actsOf(db, input)) {
    const changes = (await listChanges(db, id)).map(({ table, rowId, before, after }) => ({ table, row: rowId, before, after }))
    acts.push({ act: id, at, coder: actor, did: kind, about, undoes, undoneBy, changes })
  }
  return { acts }
}

export const historyMakers = tableMakers('history', historyTable, historyJson)
