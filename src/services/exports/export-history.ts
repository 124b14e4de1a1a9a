import { actAreas, kindsIn } from '../../domain/act.ts'
import { readActObject } from '../../domain/act-object.ts'
import type { Cut } from '../../domain/cut.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Table } from '../../domain/table.ts'
import { type Act, type ActsWish, listActs, listChanges } from '../../storage/acts.ts'
import { findCoderByName } from '../../storage/coders.ts'
import type { Db } from '../../storage/schema.ts'
import { tellChanges } from '../tell-changes.ts'
import type { ExportInput } from './export-input.ts'
import { tableMakers } from './table-files.ts'
import { coderIn, cutIn } from './veiling.ts'

const MOST = 1_000_000
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

function isWorded({ options }: ExportInput): boolean {
  return options['words'] !== undefined && options['words'] !== ''
}

/** All of them, or the newest so many, the oldest first. */
async function actsOf(db: Db, { project, options }: ExportInput) {
  const limit = Number(options['limit'] ?? MOST)
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal('invalid', 'refusal.history-wish', { wish: `${options['limit']}` })
  return (await listActs(db, project.id, { limit, ...(await historyWish(db, options)) })).reverse()
}

/** Acts that are named by words of a text. */
const namedByWords: ReadonlySet<string> = new Set(['replace-words'])

/** What an act is about, without words of a text. */
function aboutOf({ kind, about, undoes }: Act, worded: boolean): Act['about'] {
  if (worded || !(namedByWords.has(kind) || undoes !== null)) return about
  const { label: _, ...rest } = about
  return rest
}

/** Changes with the words that lie under them, before and after, where these are asked for (`words`). */
async function changesOf(db: Db, act: Act, worded: boolean, cut: Cut) {
  const changes = await listChanges(db, act.id)
  const words = worded
    ? (await tellChanges(db, act, changes, cut)).map(({ beforeWords, afterWords }) => ({ wordsBefore: beforeWords, wordsAfter: afterWords }))
    : []
  return changes.map(({ table, rowId, before, after }, at) => ({ table, row: rowId, before, after, ...words[at] }))
}

/** The audit trail, oldest first: a changed row a row, with all that it was before and after. Texts stand by their version's id and passages by their place: of what was said there is nothing unless `words` asks for it. */
async function historyTable(db: Db, input: ExportInput): Promise<Table> {
  const rows: Table['rows'][number][] = []
  const worded = isWorded(input)
  for (const act of await actsOf(db, input))
    for (const { table, row, before, after, ...words } of await changesOf(db, act, worded, cutIn(input)))
      rows.push([
        ...[
          act.id,
          act.at,
          coderIn(input, act.actor, act.actor),
          act.kind,
          act.undoes,
          act.undoneBy,
          table,
          row,
          before && JSON.stringify(before),
          after && JSON.stringify(after),
        ],
        ...(worded ? [words.wordsBefore ?? null, words.wordsAfter ?? null] : []),
      ])
  const columns = ['act', 'at', 'coder', 'did', 'undoes', 'undone_by', 'table', 'row', 'before', 'after']
  return { name: 'acts', columns: worded ? [...columns, 'words_before', 'words_after'] : columns, rows }
}

/** An act a record, with its changes. */
async function historyJson(db: Db, input: ExportInput): Promise<unknown> {
  const acts = []
  const worded = isWorded(input)
  for (const act of await actsOf(db, input)) {
    const { id, at, actor, kind, undoes, undoneBy } = act
    acts.push({
      act: id,
      at,
      coder: coderIn(input, actor, actor),
      did: kind,
      about: aboutOf(act, worded),
      undoes,
      undoneBy,
      changes: await changesOf(db, act, worded, cutIn(input)),
    })
  }
  return { acts }
}

export const historyMakers = tableMakers('history', historyTable, historyJson)
