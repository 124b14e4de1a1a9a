import type { Db } from './schema.ts'

export type Names = { sources: Map<number, string>; codes: Map<number, string>; cases: Map<number, string> }

/** What sources, codes and cases are called now; one query each, none where nothing is asked. */
export async function listNames(db: Db, of: { sourceIds: readonly number[]; codeIds: readonly number[]; caseIds: readonly number[] }): Promise<Names> {
  const [sources, codes, cases] = await Promise.all([
    of.sourceIds.length === 0 ? [] : db.selectFrom('source').select(['id', 'title as name']).where('id', 'in', of.sourceIds).execute(),
    of.codeIds.length === 0 ? [] : db.selectFrom('code').select(['id', 'label as name']).where('id', 'in', of.codeIds).execute(),
    of.caseIds.length === 0 ? [] : db.selectFrom('study_case').select(['id', 'name']).where('id', 'in', of.caseIds).execute(),
  ])
  const byId = (rows: readonly { id: number; name: string }[]) => new Map(rows.map((row) => [row.id, row.name]))
  return { sources: byId(sources), codes: byId(codes), cases: byId(cases) }
}

/** Which text of its source a version is. */
export async function listVersionNumbers(db: Db, ids: readonly number[]): Promise<{ id: number; number: number }[]> {
  return ids.length === 0 ? [] : db.selectFrom('source_version').select(['id', 'number']).where('id', 'in', ids).execute()
}

/** What cases are called that are known by their guid. */
export async function listCasesByGuid(db: Db, guids: readonly string[]): Promise<{ guid: string; name: string }[]> {
  return guids.length === 0 ? [] : db.selectFrom('study_case').select(['guid', 'name']).where('guid', 'in', guids).execute()
}

/** What acts did, by id: a history sentence about an undo says what was undone. */
export async function listActKinds(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { kind: string; undoes: number | null }>()
  const rows = await db.selectFrom('act').select(['id', 'kind', 'undoes']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { kind: row.kind as string, undoes: row.undoes }]))
}
