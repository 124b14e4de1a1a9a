import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

/** What stands for a name on the way out: of a case (its name as it is now) or of any name. `replacement` null: it may stay. */
export type Pseudonym = { id: number; caseGuid: string | null; name: string; replacement: string | null }

/** Every decision of a project, in the order in which they were made; those of cases that are gone are left out. */
export async function listPseudonyms(db: Db, projectId: number): Promise<Pseudonym[]> {
  const rows = await db
    .selectFrom('pseudonym')
    .leftJoin('study_case', 'study_case.guid', 'pseudonym.case_guid')
    .select(['pseudonym.id', 'pseudonym.case_guid as caseGuid', 'pseudonym.name', 'pseudonym.replacement', 'study_case.name as caseName'])
    .where('pseudonym.project_id', '=', projectId)
    .orderBy('pseudonym.id')
    .execute()
  return rows.flatMap(({ caseName, ...row }) => (row.caseGuid === null ? [row] : caseName === null ? [] : [{ ...row, name: caseName }]))
}

/** Keep a decision, of a case or of a name; `undefined` takes it away. */
export async function keepPseudonym(
  ledger: Ledger,
  projectId: number,
  of: { caseGuid: string } | { name: string },
  replacement: string | null | undefined,
): Promise<void> {
  let query = ledger.trx.selectFrom('pseudonym').select('id').where('project_id', '=', projectId)
  query = 'caseGuid' in of ? query.where('case_guid', '=', of.caseGuid) : query.where('name', '=', of.name)
  const known = await query.executeTakeFirst()
  if (replacement === undefined) return known && (await ledger.remove('pseudonym', known.id))
  if (known) await ledger.update('pseudonym', known.id, { replacement })
  else {
    const named = 'caseGuid' in of ? { case_guid: of.caseGuid, name: '' } : { case_guid: null, name: of.name }
    await ledger.insert('pseudonym', { guid: crypto.randomUUID(), project_id: projectId, ...named, replacement })
  }
}
