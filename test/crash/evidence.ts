import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { checkDatabase } from '../../src/storage/check-database.ts'

/** What was answered with success before the kill. A drop of files is named by what its sources' titles begin with. */
export type Promised = { codings: { sourceId: number; codeId: number; start: number; end: number }[]; drops: { prefix: string; count: number }[] }

/** Open the database as the next start would, and list everything that is wrong with it. Empty: nothing is. */
export function wrongsIn(folder: string, promised: Promised): string[] {
  const sqlite = new SQLite(join(folder, 'utsaga.sqlite'))
  try {
    return [...checked(folder), ...broken(sqlite, promised), ...halfDone(sqlite)]
  } finally {
    sqlite.close()
  }
}

/** What `utsaga check` would say. */
function checked(folder: string): string[] {
  return checkDatabase(join(folder, 'utsaga.sqlite')).problems.map(({ check, n, first }) => `${check}: ${n}, first ${first}`)
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
    ...list(
      'import with too few sources:',
      `select id from act where kind = 'import-sources' and json_extract(about, '$.count') <>
        (select count(*) from change where act_id = act.id and table_name = 'source' and before is null)`,
    ),
    ...list('quotation that nothing uses:', 'select id from quotation where not exists (select 1 from coding where quotation_id = quotation.id)'),
    ...list('text of no source:', 'select id from source_version where not exists (select 1 from source where version_id = source_version.id)'),
  ]
}
