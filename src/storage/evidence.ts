import type { Ledger } from './ledger.ts'
import { among } from './packed.ts'
import type { Db } from './schema.ts'

type Evidence = { id: number; findingId: number; codingId: number }

function evidence(db: Db) {
  return db.selectFrom('finding_evidence').select(['finding_evidence.id', 'finding_id as findingId', 'coding_id as codingId'])
}

/** Whether anything is picked for a finding, on the text or waiting in a review. */
export async function hasEvidence(db: Db, findingId: number): Promise<boolean> {
  return (await evidence(db).where('finding_id', '=', findingId).limit(1).executeTakeFirst()) !== undefined
}

/** What is picked for some findings, in the order in which it was. */
export async function listEvidenceOf(db: Db, findingIds: readonly number[]): Promise<Evidence[]> {
  if (findingIds.length === 0) return []
  return evidence(db).where(among('finding_id', findingIds)).orderBy('id').execute()
}

/** The quotations picked for each finding of a project that has any; those that wait in a review are in none. */
export async function listPicked(db: Db, projectId: number): Promise<Map<number, Set<number>>> {
  const rows = await db
    .selectFrom('finding_evidence')
    .innerJoin('coding', 'coding.id', 'finding_evidence.coding_id')
    .innerJoin('quotation', 'quotation.id', 'coding.quotation_id')
    .innerJoin('source', 'source.id', 'quotation.source_id')
    .select(['finding_id as findingId', 'coding.quotation_id as quotationId'])
    .where('source.project_id', '=', projectId)
    .orderBy('finding_evidence.id')
    .execute()
  const picked = new Map<number, Set<number>>()
  for (const { findingId, quotationId } of rows) picked.set(findingId, (picked.get(findingId) ?? new Set()).add(quotationId))
  return picked
}

/** Let what is picked of one coding be picked of another: where two became one. */
export async function moveEvidence(ledger: Ledger, fromCodingId: number, toCodingId: number): Promise<void> {
  const there = new Set((await evidence(ledger.trx).where('coding_id', '=', toCodingId).execute()).map((row) => row.findingId))
  for (const row of await evidence(ledger.trx).where('coding_id', '=', fromCodingId).orderBy('id').execute())
    if (there.has(row.findingId)) await ledger.remove('finding_evidence', row.id)
    else await ledger.update('finding_evidence', row.id, { coding_id: toCodingId })
}

/** Let what is picked for one finding be picked for another: where two became one. */
export async function moveEvidenceOf(ledger: Ledger, fromId: number, toId: number): Promise<void> {
  const there = new Set((await listEvidenceOf(ledger.trx, [toId])).map((row) => row.codingId))
  for (const row of await listEvidenceOf(ledger.trx, [fromId]))
    if (there.has(row.codingId)) await ledger.remove('finding_evidence', row.id)
    else await ledger.update('finding_evidence', row.id, { finding_id: toId })
}

/** Pick no more what is about to go. @returns the findings that it was picked for */
export async function removeEvidenceOn(ledger: Ledger, codingIds: readonly number[]): Promise<number[]> {
  if (codingIds.length === 0) return []
  const rows = await evidence(ledger.trx).where(among('coding_id', codingIds)).execute()
  for (const row of rows) await ledger.remove('finding_evidence', row.id)
  return [...new Set(rows.map((row) => row.findingId))]
}

/** Another coding of the same words with the same code, which speaks for them as well as this one. */
export async function findTwin(db: Db, codingId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('coding')
    .innerJoin('coding as twin', (join) =>
      join.onRef('twin.quotation_id', '=', 'coding.quotation_id').onRef('twin.code_id', '=', 'coding.code_id').onRef('twin.id', '<>', 'coding.id'),
    )
    .select('twin.id')
    .where('coding.id', '=', codingId)
    .orderBy('twin.id')
    .executeTakeFirst()
  return row?.id
}
