import type { Ledger } from './ledger.ts'
import type { Db, Schema } from './schema.ts'

export type MemoTarget = { readonly kind: Schema['memo']['target_kind']; readonly id: number }

/** The ids of the memos on one thing, oldest first. */
export async function listMemoIds(db: Db, target: MemoTarget): Promise<number[]> {
  const rows = await db.selectFrom('memo').select('id').where('target_kind', '=', target.kind).where('target_id', '=', target.id).orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Hang the memos on one thing on another instead. */
export async function moveMemos(ledger: Ledger, from: MemoTarget, to: MemoTarget): Promise<void> {
  for (const id of await listMemoIds(ledger.trx, from)) await ledger.update('memo', id, { target_kind: to.kind, target_id: to.id })
}
