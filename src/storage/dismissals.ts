import type { Ledger } from './ledger.ts'
import type { Db } from './schema.ts'

export type Dismissal = { id: number; sourceId: number; wordsSha256: string }

/** The passages that are not to be shown for a code, by whoever dismissed them. */
export async function listDismissals(db: Db, codeId: number): Promise<Dismissal[]> {
  return db.selectFrom('dismissal').select(['id', 'source_id as sourceId', 'words_sha256 as wordsSha256']).where('code_id', '=', codeId).orderBy('id').execute()
}

/** What was dismissed for a code is dismissed for the other it goes into. */
export async function moveDismissals(ledger: Ledger, codeId: number, intoId: number): Promise<void> {
  const there = new Set((await listDismissals(ledger.trx, intoId)).map(keyOf))
  for (const one of await listDismissals(ledger.trx, codeId)) {
    if (there.has(keyOf(one))) await ledger.remove('dismissal', one.id)
    else await ledger.update('dismissal', one.id, { code_id: intoId })
  }
}

function keyOf({ sourceId, wordsSha256 }: Dismissal): string {
  return `${sourceId} ${wordsSha256}`
}
