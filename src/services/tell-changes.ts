import { textActs } from '../domain/act.ts'
import { asItStands, type Cut } from '../domain/cut.ts'
import type { Act, Change } from '../storage/acts.ts'
import { listCoders } from '../storage/coders.ts'
import { listLastRows } from '../storage/known-rows.ts'
import { listCasesByGuid, listNames, listVersionNumbers } from '../storage/names.ts'
import type { Db } from '../storage/schema.ts'
import { listStanding, openable } from '../storage/standing-rows.ts'
import { readWordsOfChanges } from './words-of-changes.ts'

/** A changed row as people read it: what ids point at has its name, and what lies on a text its words, where they are known. `stands`: it can be opened where it stands now. */
export type ToldChange = Change & { stands: boolean; beforeWords: string | null; afterWords: string | null; names: ReadonlyMap<string, string> }

/** The rows of an act with the names of what they point at, and the words of passages in the text of that time. */
export async function tellChanges(db: Db, act: Act, changes: readonly Change[], cut: Cut = asItStands): Promise<ToldChange[]> {
  const names = await namesOf(db, act, changes)
  const standing = await standingOf(db, changes)
  const wordsOf = isTextAct(act) ? () => null : await readWordsOfChanges(db, act, changes, cut)
  return changes.map((change) => ({
    ...change,
    names,
    stands: standing.has(`${change.table} ${change.rowId}`),
    beforeWords: wordsOf(change.before, 'before'),
    afterWords: wordsOf(change.after, 'after'),
  }))
}

async function standingOf(db: Db, changes: readonly Change[]): Promise<Set<string>> {
  const standing = new Set<string>()
  for (const table of openable) {
    const ids = changes.filter((change) => change.table === table).map(({ rowId }) => rowId)
    if (ids.length > 0) for (const id of await listStanding(db, table, ids)) standing.add(`${table} ${id}`)
  }
  return standing
}

/** Where an act changes the text itself, its rows lie in two texts: their words are told by the comparison of versions. */
function isTextAct({ kind, undoes }: Act): boolean {
  return (textActs as readonly string[]).includes(kind) || undoes !== null
}

/** Columns that point at rows which only their own history knows by name. */
const pointers = [
  ['question_id', 'question', 'text'],
  ['speaker_id', 'speaker', 'label'],
  ['attribute_id', 'attribute', 'name'],
  ['guide_id', 'guide', 'name'],
  ['section_id', 'guide_section', 'title'],
] as const

async function namesOf(db: Db, act: Act, changes: readonly Change[]): Promise<Map<string, string>> {
  const rows = changes.flatMap(({ before, after }) => [before, after].filter((row) => row !== null))
  const idsIn = (...columns: string[]) => [...new Set(rows.flatMap((row) => columns.map((column) => row[column])).filter((id) => typeof id === 'number'))]
  const about = (kind: string) => rows.filter((row) => row['target_kind'] === kind).map((row) => Number(row['target_id']))
  const sourceIds = [...idsIn('source_id'), ...about('source')]
  const codeIds = [...idsIn('code_id', 'parent_id'), ...about('code')]
  const names = await listNames(db, { sourceIds, codeIds, caseIds: [...idsIn('case_id'), ...about('case')] })
  const named = new Map<string, string>()
  for (const [id, name] of names.sources) named.set(`source_id ${id}`, name)
  for (const [id, name] of names.cases) named.set(`case_id ${id}`, name)
  for (const [id, name] of names.codes) for (const column of ['code_id', 'parent_id']) named.set(`${column} ${id}`, name)
  for (const { id, name } of await listCoders(db)) for (const column of ['coder_id', 'written_by', 'resolved_by']) named.set(`${column} ${id}`, name)
  for (const [column, table, field] of pointers)
    for (const [id, row] of await listLastRows(db, table, idsIn(column), act.id)) named.set(`${column} ${id}`, `${row[field]}`)
  for (const { id, number } of await listVersionNumbers(db, idsIn('version_id'))) named.set(`version_id ${id}`, `${number}`)
  const guids = rows.flatMap((row) => (typeof row['case_guid'] === 'string' ? [row['case_guid']] : []))
  for (const { guid, name } of await listCasesByGuid(db, guids)) named.set(`case_guid ${guid}`, name)
  return named
}
