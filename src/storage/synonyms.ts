import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

export type SynonymGroup = { readonly id: number; readonly words: readonly string[] }

/** The words that mean the same in a project, a group each, in the order in which they were made. */
export async function listSynonyms(db: Db, projectId: number): Promise<SynonymGroup[]> {
  const rows = await db.selectFrom('synonym_group').select(['id', 'words']).where('project_id', '=', projectId).orderBy('id').execute()
  return rows.map(({ id, words }) => ({ id, words: JSON.parse(words) as string[] }))
}

export async function insertSynonyms(ledger: Ledger, projectId: number, words: readonly string[]): Promise<number> {
  return ledger.insert('synonym_group', { guid: crypto.randomUUID(), project_id: projectId, words: JSON.stringify(words) })
}
