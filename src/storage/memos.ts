import type { Ledger } from './ledger.ts'
import type { Db, Row } from './schema.ts'

/** The memos on some things of one kind. */
export async function listMemosOn(db: Db, kind: Row<'memo'>['target_kind'], ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('memo').select('id').where('target_kind', '=', kind).where('target_id', 'in', ids).execute()
  return rows.map((row) => row.id)
}

/** Let every memo on one thing be about another of its kind. */
export async function pointMemosElsewhere(ledger: Ledger, kind: Row<'memo'>['target_kind'], fromId: number, toId: number): Promise<void> {
  const patches = (await listMemosOn(ledger.trx, kind, [fromId])).map((id) => ({ id, patch: { target_id: toId } }))
  await ledger.updateMany('memo', patches)
}
