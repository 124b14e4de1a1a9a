import { textActs } from '../domain/act.ts'
import { asItStands, type Cut } from '../domain/cut.ts'
import { type Act, type Change, findLastRow, findRowBefore, listSourcesGivenText } from '../storage/acts.ts'
import { listCoders } from '../storage/coders.ts'
import { listCasesByGuid, listNames, listVersionNumbers } from '../storage/names.ts'
import { findTextBefore } from '../storage/quotation-addresses.ts'
import type { Db } from '../storage/schema.ts'
import { listStanding, openable } from '../storage/standing-rows.ts'

type Row = Record<string, unknown> | null
/** A changed row as people read it: what ids point at has its name, and what lies on a text its words, where they are known. `stands`: it can be opened where it stands now. */
export type ToldChange = Change & { stands: boolean; beforeWords: string | null; afterWords: string | null; names: ReadonlyMap<string, string> }

const LONGEST = 400

/** The rows of an act with the names of what they point at, and the words of passages in the text of that time. */
export async function tellChanges(db: Db, act: Act, changes: readonly Change[], cut: Cut = asItStands): Promise<ToldChange[]> {
  const names = await namesOf(db, act, changes)
  const standing = await standingOf(db, changes)
  const texts = new Map<number, Promise<string | undefined>>()
  const textOf = (sourceId: number) => {
    if (!texts.has(sourceId))
      texts.set(
        sourceId,
        findTextBefore(db, sourceId, act.id).then((found) => found?.text),
      )
    return texts.get(sourceId)!
  }
  const given = await listSourcesGivenText(db, act.id)
  const told: ToldChange[] = []
  for (const change of changes) {
    const words = async (row: Row, side: Side) => (isTextAct(act) ? null : wordsOf(db, act, row, side, { of: textOf, given, cut }))
    told.push({
      ...change,
      names,
      stands: standing.has(`${change.table} ${change.rowId}`),
      beforeWords: await words(change.before, 'before'),
      afterWords: await words(change.after, 'after'),
    })
  }
  return told
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

type Side = 'before' | 'after'
type Texts = { of(sourceId: number): Promise<string | undefined>; readonly given: ReadonlySet<number>; readonly cut: Cut }

/** The words of a passage. Where the act gave its source another text, the words before it are those that are sure. */
async function wordsOf(db: Db, act: Act, row: Row, side: Side, texts: Texts): Promise<string | null> {
  const coding = row && 'coding_id' in row ? await findLastRow(db, 'coding', Number(row['coding_id']), act.id) : row
  const on = coding && 'quotation_id' in coding ? Number(coding['quotation_id']) : undefined
  const last = on === undefined ? coding : await findLastRow(db, 'quotation', on, act.id)
  const isMixed = texts.given.has(Number(last?.['source_id']))
  if (isMixed && (side === 'after' || on === undefined)) return null
  const placed = isMixed ? await findRowBefore(db, 'quotation', on!, act.id) : last
  if (!placed || typeof placed['start_offset'] !== 'number') return null
  const text = await texts.of(Number(placed['source_id']))
  const [start, end] = [placed['start_offset'], Number(placed['end_offset'])]
  if (text === undefined) return null
  return end - start > LONGEST ? `${texts.cut(text, { start, end: start + LONGEST }).toWellFormed()} …` : texts.cut(text, { start, end }) || null
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
    for (const id of idsIn(column)) {
      const row = await findLastRow(db, table, id, act.id)
      if (row) named.set(`${column} ${id}`, `${row[field]}`)
    }
  for (const { id, number } of await listVersionNumbers(db, idsIn('version_id'))) named.set(`version_id ${id}`, `${number}`)
  const guids = rows.flatMap((row) => (typeof row['case_guid'] === 'string' ? [row['case_guid']] : []))
  for (const { guid, name } of await listCasesByGuid(db, guids)) named.set(`case_guid ${guid}`, name)
  return named
}
