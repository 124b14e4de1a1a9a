import type { PublicationEdit } from '../domain/publication-edit.ts'
import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

/** How a quotation is published; `wordsSha256` is of the words that it was made on. */
export type KeptEdits = { id: number; wordsSha256: string; edits: PublicationEdit[] }

/** The edits of a project's quotations that stand, by quotation id. */
export async function listPublicationEdits(db: Db, projectId: number): Promise<Map<number, KeptEdits>> {
  const rows = await db
    .selectFrom('publication_edit as edit')
    .innerJoin('quotation', 'quotation.guid', 'edit.quotation_guid')
    .select(['edit.id', 'quotation.id as quotationId', 'edit.words_sha256', 'edit.edits'])
    .where('edit.project_id', '=', projectId)
    .execute()
  return new Map(rows.map((row) => [row.quotationId, { id: row.id, wordsSha256: row.words_sha256, edits: unpackEdits(row.edits) }]))
}

export async function findPublicationEdits(db: Db, quotationGuid: string): Promise<KeptEdits | undefined> {
  const row = await db.selectFrom('publication_edit').selectAll().where('quotation_guid', '=', quotationGuid).executeTakeFirst()
  return row && { id: row.id, wordsSha256: row.words_sha256, edits: unpackEdits(row.edits) }
}

/** Keep the edits of a quotation; without any, what was kept goes. */
export async function keepPublicationEdits(
  ledger: Ledger,
  of: { projectId: number; guid: string; wordsSha256: string; edits: readonly PublicationEdit[] },
): Promise<void> {
  const known = await findPublicationEdits(ledger.trx, of.guid)
  if (of.edits.length === 0) return known && (await ledger.remove('publication_edit', known.id))
  const row = { words_sha256: of.wordsSha256, edits: JSON.stringify(of.edits.map(({ start, end, put }) => [start, end, put])) }
  if (known) await ledger.update('publication_edit', known.id, row)
  else await ledger.insert('publication_edit', { project_id: of.projectId, quotation_guid: of.guid, ...row })
}

function unpackEdits(text: string): PublicationEdit[] {
  return (JSON.parse(text) as [number, number, string][]).map(([start, end, put]) => ({ start, end, put }))
}
