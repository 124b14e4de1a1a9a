import { textActs } from '../domain/act.ts'
import { type Act, type Change, findLastRow } from '../storage/acts.ts'
import { listCoders } from '../storage/coders.ts'
import { listNames } from '../storage/names.ts'
import { findTextBefore } from '../storage/quotation-addresses.ts'
import type { Db } from '../storage/schema.ts'

type Row = Record<string, unknown> | null
/** A changed row as people read it: what ids point at has its name, and what lies on a text its words, where they are known. */
export type ToldChange = Change & { beforeWords: string | null; afterWords: string | null; names: ReadonlyMap<string, string> }

const LONGEST = 400

/** The rows of an act with the names of what they point at, and the words of passages in the text of that time. */
export async function tellChanges(db: Db, act: Act, changes: readonly Change[]): Promise<ToldChange[]> {
  const names = await namesOf(db, changes)
  const texts = new Map<number, Promise<string | undefined>>()
  const textOf = (sourceId: number) => {
    if (!texts.has(sourceId))
      texts.set(
        sourceId,
        findTextBefore(db, sourceId, act.id).then((found) => found?.text),
      )
    return texts.get(sourceId)!
  }
  const told: ToldChange[] = []
  for (const change of changes) {
    const words = async (row: Row) => (isTextAct(act) ? null : wordsOf(db, act, row, textOf))
    told.push({ ...change, names, beforeWords: await words(change.before), afterWords: await words(change.after) })
  }
  return told
}

/** Where an act changes the text itself, its rows lie in two texts: their words are told by the comparison of versions. */
function isTextAct({ kind, undoes }: Act): boolean {
  return (textActs as readonly string[]).includes(kind) || undoes !== null
}

async function wordsOf(db: Db, act: Act, row: Row, textOf: (sourceId: number) => Promise<string | undefined>): Promise<string | null> {
  const placed = row && 'quotation_id' in row ? await findLastRow(db, 'quotation', Number(row['quotation_id']), act.id) : row
  if (!placed || typeof placed['start_offset'] !== 'number') return null
  const text = await textOf(Number(placed['source_id']))
  const words = text?.slice(placed['start_offset'], Number(placed['end_offset'])) ?? ''
  return words.length > LONGEST ? `${words.slice(0, LONGEST).toWellFormed()} …` : words || null
}

async function namesOf(db: Db, changes: readonly Change[]): Promise<Map<string, string>> {
  const rows = changes.flatMap(({ before, after }) => [before, after].filter((row) => row !== null))
  const idsIn = (...columns: string[]) => [...new Set(rows.flatMap((row) => columns.map((column) => row[column])).filter((id) => typeof id === 'number'))]
  const names = await listNames(db, { sourceIds: idsIn('source_id'), codeIds: idsIn('code_id', 'parent_id'), caseIds: idsIn('case_id') })
  const named = new Map<string, string>()
  for (const [id, name] of names.sources) named.set(`source_id ${id}`, name)
  for (const [id, name] of names.cases) named.set(`case_id ${id}`, name)
  for (const [id, name] of names.codes) for (const column of ['code_id', 'parent_id']) named.set(`${column} ${id}`, name)
  for (const { id, name } of await listCoders(db)) named.set(`coder_id ${id}`, name)
  return named
}
