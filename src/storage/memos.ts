import type { ExpressionBuilder } from 'kysely'
import { idsOf } from '../domain/ids-of.ts'
import type { Memo, MemoPlace, MemoTarget } from '../domain/memo.ts'
import type { Ledger } from './ledger.ts'
import { among } from './packed.ts'
import type { Db, Schema } from './schema.ts'
import { isSeen, onlySeen } from './writer-sight.ts'

function memos(db: Db, projectId: number) {
  return db
    .selectFrom('memo')
    .innerJoin('coder', 'coder.id', 'memo.coder_id')
    .leftJoin('finding', (join) => join.onRef('finding.id', '=', 'memo.target_id').on('memo.target_kind', '=', 'finding'))
    .select(['finding.case_id', 'finding.code_id', 'finding.question_id'])
    .select(['memo.id', 'memo.target_kind', 'memo.target_id', 'memo.coder_id', 'coder.name as coder', 'memo.text', 'memo.made_at'])
    .where('memo.project_id', '=', projectId)
}

export async function findMemo(db: Db, projectId: number, id: number): Promise<Memo | undefined> {
  const row = await memos(db, projectId).where('memo.id', '=', id).executeTakeFirst()
  return row && (await isSeen(db, 'memo', id)) ? toMemo(row) : undefined
}

/** Some memos of the project. */
export async function listMemosById(db: Db, projectId: number, ids: ReadonlySet<number>): Promise<Memo[]> {
  const all = (await memos(db, projectId).where(among('memo.id', ids)).execute()).map(toMemo)
  return onlySeen(db, 'memo', all, ({ id }) => id)
}

/** Newest first; `kinds` none: of all. */
export async function listMemos(db: Db, projectId: number, wish: { kinds?: readonly MemoTarget['kind'][]; coderId?: number } = {}): Promise<Memo[]> {
  let query = memos(db, projectId)
  if (wish.kinds) query = query.where('memo.target_kind', 'in', wish.kinds)
  if (wish.coderId !== undefined) query = query.where('memo.coder_id', '=', wish.coderId)
  return (await query.orderBy('memo.id', 'desc').execute()).map(toMemo)
}

/** The memos on one thing, oldest first. */
export async function listMemosOn(db: Db, projectId: number, target: MemoTarget): Promise<Memo[]> {
  const query = memos(db, projectId).where('memo.target_kind', '=', target.kind).where('memo.target_id', '=', target.id)
  return (await query.orderBy('memo.id').execute()).map(toMemo)
}

/** The memos on a source, on its codings and its quotations, oldest first. */
export async function listMemosInSource(db: Db, projectId: number, sourceId: number): Promise<Memo[]> {
  const query = memos(db, projectId).where((eb) => liesIn(eb, sourceId))
  return (await query.orderBy('memo.id').execute()).map(toMemo)
}

/** The ids of the memos on a source, on its codings and its quotations. */
export async function listMemoIdsInSource(db: Db, sourceId: number): Promise<number[]> {
  const query = db
    .selectFrom('memo')
    .select('memo.id')
    .where((eb) => liesIn(eb, sourceId))
  return idsOf(await query.execute())
}

/** Not by what exists for each memo: then every source would cost more the more memos the project has. */
function liesIn({ and, or, eb, selectFrom }: ExpressionBuilder<Schema, 'memo'>, sourceId: number) {
  const quotations = selectFrom('quotation').select('quotation.id').where('quotation.source_id', '=', sourceId)
  const codings = selectFrom('coding').innerJoin('quotation', 'quotation.id', 'coding.quotation_id').select('coding.id')
  return or([
    and([eb('memo.target_kind', '=', 'source'), eb('memo.target_id', '=', sourceId)]),
    and([eb('memo.target_kind', '=', 'coding'), eb('memo.target_id', 'in', codings.where('quotation.source_id', '=', sourceId))]),
    and([eb('memo.target_kind', '=', 'quotation'), eb('memo.target_id', 'in', quotations)]),
  ])
}

/** The ids of the memos on one thing, of all or of one who wrote them, oldest first. */
export async function listMemoIds(db: Db, target: MemoTarget, coderId?: number): Promise<number[]> {
  const query = db.selectFrom('memo').select('id').where('target_kind', '=', target.kind).where('target_id', '=', target.id).orderBy('id')
  return idsOf(await (coderId === undefined ? query : query.where('coder_id', '=', coderId)).execute())
}

/** Hang the memos on one thing, of all or of one who wrote them, on another instead. */
export async function moveMemos(ledger: Ledger, from: MemoTarget, to: MemoTarget, coderId?: number): Promise<void> {
  for (const id of await listMemoIds(ledger.trx, from, coderId)) await ledger.update('memo', id, { target_kind: to.kind, target_id: to.id })
}

type MemoRow = Awaited<ReturnType<ReturnType<typeof memos>['executeTakeFirstOrThrow']>>

function toMemo(row: MemoRow): Memo {
  const target = { kind: row.target_kind, id: row.target_id }
  return { id: row.id, target, place: placeOf(row), coderId: row.coder_id, coder: row.coder, text: row.text, madeAt: row.made_at }
}

function placeOf({ target_kind: kind, target_id: id, ...row }: MemoRow): MemoPlace {
  if (kind !== 'finding') return { kind, id }
  return { kind, caseId: row.case_id!, codeId: row.code_id, questionId: row.question_id }
}

/** The ids of the memos on some things of one kind. */
export async function listMemoIdsOnAll(db: Db, kind: MemoTarget['kind'], ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  return idsOf(await db.selectFrom('memo').select('id').where('target_kind', '=', kind).where(among('target_id', ids)).execute())
}
