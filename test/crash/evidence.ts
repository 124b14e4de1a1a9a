import { join } from 'node:path'
import SQLite from 'better-sqlite3'

/** What was answered with success before the kill. A drop of files is named by what its sources' titles begin with. */
export type Promised = { codings: { sourceId: number; codeId: number; start: number; end: number }[]; drops: { prefix: string; count: number }[] }

/** Open the database as the next start would, and list everything that is wrong with it. Empty: nothing is. */
export function wrongsIn(folder: string, promised: Promised): string[] {
  const sqlite = new SQLite(join(folder, 'utsaga.sqlite'))
  try {
    return [...unsound(sqlite), ...broken(sqlite, promised), ...halfDone(sqlite), ...unlike(sqlite)]
  } finally {
    sqlite.close()
  }
}

function unsound(sqlite: SQLite.Database): string[] {
  const integrity = (sqlite.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((word) => word !== 'ok')
  const foreign = (sqlite.pragma('foreign_key_check') as object[]).map((row) => `foreign key: ${JSON.stringify(row)}`)
  return [...integrity, ...foreign]
}

/** Acts that were answered with success and are not there. */
function broken(sqlite: SQLite.Database, { codings, drops }: Promised): string[] {
  const coding = sqlite.prepare(`
    select coding.id from coding join quotation on quotation.id = coding.quotation_id
    where source_id = ? and code_id = ? and start_offset = ? and end_offset = ?`)
  const sources = sqlite.prepare(`
    select count(*) as n from source join source_version on source_version.id = source.version_id
    where title like ? || '%' and source_version.length > 0
      and exists (select 1 from source_case where source_case.source_id = source.id)
      and exists (select 1 from source_span where source_span.source_id = source.id and kind = 'turn')`)
  return [
    ...codings.filter((one) => !coding.get(one.sourceId, one.codeId, one.start, one.end)).map((one) => `lost coding ${JSON.stringify(one)}`),
    ...drops
      .map(({ prefix, count }) => ({ prefix, count, found: (sources.get(prefix) as { n: number }).n }))
      .filter(({ count, found }) => found !== count)
      .map(({ prefix, count, found }) => `drop ${prefix}: ${found} of ${count} sources`),
  ]
}

/** Acts of which only a part is there: an act without changes, an import with fewer sources than it says, a quotation that nothing uses. */
function halfDone(sqlite: SQLite.Database): string[] {
  const list = (what: string, query: string) => (sqlite.prepare(query).all() as { id: number }[]).map(({ id }) => `${what} ${id}`)
  return [
    ...list('act without a change:', 'select id from act where not exists (select 1 from change where act_id = act.id)'),
    ...list(
      'import with too few sources:',
      `select id from act where kind = 'import-sources' and json_extract(about, '$.count') <>
        (select count(*) from change where act_id = act.id and table_name = 'source' and before is null)`,
    ),
    ...list('quotation that nothing uses:', 'select id from quotation where not exists (select 1 from coding where quotation_id = quotation.id)'),
    ...list('text of no source:', 'select id from source_version where not exists (select 1 from source where version_id = source_version.id)'),
  ]
}

/** The last change of every row says what the row is now: the tables and their history agree. */
function unlike(sqlite: SQLite.Database): string[] {
  const last = sqlite.prepare('select table_name, row_id, after from change where id in (select max(id) from change group by table_name, row_id)').all() as {
    table_name: string
    row_id: number
    after: string | null
  }[]
  return last
    .filter(({ table_name, row_id, after }) => {
      const row = sqlite.prepare(`select * from "${table_name}" where id = ?`).get(row_id) as Record<string, unknown> | undefined
      if (!row || after === null) return (row === undefined) !== (after === null)
      return Object.entries(JSON.parse(after) as Record<string, unknown>).some(([column, value]) => row[column] !== value)
    })
    .map(({ table_name, row_id }) => `${table_name} ${row_id} is not what its history says`)
}
