import SQLite from 'better-sqlite3'
import type { DatabaseCheck, DatabaseProblem, DatabaseReport } from '../domain/database-check.ts'
import { countParagraphs } from '../domain/paragraph.ts'
import { countWords } from '../domain/word.ts'

type Found = { n: number; first: string }
type Checks = Record<Exclude<DatabaseCheck, 'file'>, (db: SQLite.Database) => Iterable<string>>

/**
 * Look a database file through, without changing it: the file itself and its indexes; that what rows point at is there; that texts are as long as they are said to be; that
 * every quotation and other place lies in the words of its text; that every row stands as the history left it, each change where the one before ended; that acts which undo each other
 * say the same. Throws what SQLite throws where the file is no database.
 */
export function checkDatabase(file: string): DatabaseReport {
  const db = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    const damage = (db.pragma('integrity_check(20)') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((row) => row !== 'ok')
    if (damage.length > 0) return { problems: [{ check: 'file', n: damage.length, first: damage[0]! }], codings: 0, sources: 0, acts: 0 }
    const problems = Object.entries(checks).flatMap(([check, find]): DatabaseProblem[] => {
      const { n, first } = countOf(find(db))
      return n === 0 ? [] : [{ check: check as DatabaseCheck, n, first }]
    })
    const count = (table: string) => (db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
    return { problems, codings: count('coding'), sources: count('source'), acts: count('act') }
  } finally {
    db.close()
  }
}

function countOf(found: Iterable<string>): Found {
  const all: Found = { n: 0, first: '' }
  for (const one of found) if (all.n++ === 0) all.first = one
  return all
}

const checks: Checks = { references, texts, places, rows: rowsAsLeft, history: unbroken, undoing }

function* references(db: SQLite.Database): Iterable<string> {
  for (const row of db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]) yield `${row.table} ${row.rowid} -> ${row.parent}`
  yield* idsOf(db, `select 'change ' || id as id from change where act_id not in (select id from act)`)
  yield* idsOf(db, `select 'act ' || id as id from act where id not in (select act_id from change)`)
}

/** What is counted once when a text is kept. */
function* texts(db: SQLite.Database): Iterable<string> {
  const versions = db.prepare('select id, text, length, word_count, paragraph_count from source_version')
  for (const row of versions.iterate() as Iterable<{ id: number; text: string; length: number; word_count: number; paragraph_count: number }>) {
    const isSo = row.text.length === row.length && countWords(row.text) === row.word_count && countParagraphs(row.text) === row.paragraph_count
    if (!isSo) yield `source_version ${row.id}`
  }
}

/** Offsets are UTF-16 units, which SQL does not count. */
function* places(db: SQLite.Database): Iterable<string> {
  const sources = db.prepare('select source.id, text from source join source_version on source_version.id = source.version_id')
  for (const { id, text } of sources.all() as { id: number; text: string }[])
    for (const table of ['quotation', 'answer_span', 'source_span']) {
      const rows = db.prepare(`select id, start_offset as start, end_offset as "end" from ${table} where source_id = ?`)
      for (const row of rows.all(id) as { id: number; start: number; end: number }[]) if (!holdsWords(text, row, table)) yield `${table} ${row.id}`
    }
}

function holdsWords(text: string, { start, end }: { start: number; end: number }, table: string): boolean {
  if (start < 0 || end > text.length || start >= end) return false
  return table !== 'quotation' || (text.slice(start, end).isWellFormed() && text.slice(start, end).trim() !== '')
}

/** Every row that the history knows stands as its last change left it. Columns that came with a later upgrade are not in older changes. */
function* rowsAsLeft(db: SQLite.Database): Iterable<string> {
  for (const table of tablesInHistory(db)) {
    const last = db.prepare(`select row_id, after from change where id in (select max(id) from change where table_name = ? group by row_id)`)
    const find = db.prepare(`select * from "${table}" where id = ?`)
    for (const { row_id, after } of last.all(table) as { row_id: number; after: string | null }[])
      if (!isSame(find.get(row_id) as Row | undefined, after)) yield `${table} ${row_id}`
  }
}

type Row = Record<string, unknown>
function isSame(row: Row | undefined, after: string | null): boolean {
  if (!row || after === null) return row === undefined && after === null
  return Object.entries(JSON.parse(after) as Row).every(([column, value]) => !(column in row) || row[column] === value)
}

function tablesInHistory(db: SQLite.Database): string[] {
  const known = db.prepare(`select distinct table_name as name from change where table_name in (select name from sqlite_master where type = 'table')`)
  return (known.all() as { name: string }[]).map(({ name }) => name)
}

/** Each change of a row begins where the one before it ended. What a whole study brings is as its history, which lies before the act that brings it, left it. */
function* unbroken(db: SQLite.Database): Iterable<string> {
  const changes = db.prepare(
    'select change.id, act_id as act, table_name as "table", row_id as row, before, after, kind from change join act on act.id = act_id order by table_name, row_id, act_id, change.id',
  )
  type One = { id: number; act: number; table: string; row: number; before: string | null; after: string | null; kind: string }
  let last: One | undefined
  // What a study's history left of a row that the act now brings, in one change or in several.
  let left: string | null | undefined
  for (const one of changes.iterate() as Iterable<One>) {
    const follows = last !== undefined && last.table === one.table && last.row === one.row
    if (last && left !== undefined && !(follows && last.act === one.act)) {
      if (!continues(left, last.after)) yield `change ${last.id}`
      left = undefined
    }
    if (follows && one.kind === 'import-project' && one.before === null) left = last!.after
    else if (follows && !continues(last!.after, one.before)) yield `change ${one.id}`
    last = one
  }
  if (last && left !== undefined && !continues(left, last.after)) yield `change ${last.id}`
}

function continues(after: string | null, before: string | null): boolean {
  if (after === before) return true
  if (after === null || before === null) return false
  const [ended, began] = [JSON.parse(after) as Row, JSON.parse(before) as Row]
  return Object.entries(ended).every(([column, value]) => !(column in began) || began[column] === value)
}

function* undoing(db: SQLite.Database): Iterable<string> {
  yield* idsOf(db, `select 'act ' || act.id as id from act join act as other on other.id = act.undone_by where other.undoes is not act.id`)
  yield* idsOf(db, `select 'act ' || id as id from act where undone_by is not null and undone_by <= id`)
}

function* idsOf(db: SQLite.Database, query: string): Iterable<string> {
  for (const { id } of db.prepare(query).all() as { id: string }[]) yield id
}
