import type { Memo, MemoTarget } from '../domain/memo.ts'
import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { perform } from '../storage/ledger.ts'
import { hasTarget } from '../storage/memo-targets.ts'
import { findMemo } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'

type Who = { projectId: number; coderId: number }

/** A new memo on something of the project. Refused where it is not there, or the memo has no words. @returns its id */
export async function writeMemo(house: House, wish: Who & { target: MemoTarget; text: string }): Promise<number> {
  const text = wordsOf(wish.text)
  const { projectId, coderId, target } = wish
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'write-memo', about: aboutOf(target) }, async (ledger) => {
    if (!(await hasTarget(ledger.trx, projectId, target))) throw new Refusal('not-found', 'refusal.no-memo-target')
    const row = { guid: crypto.randomUUID(), project_id: projectId, target_kind: target.kind, target_id: target.id, coder_id: coderId, text }
    return ledger.insert('memo', { ...row, made_at: new Date().toISOString() })
  })
  return result
}

/** Write a memo anew. Whoever it is by: the history tells who changed it. */
export async function editMemo(house: House, wish: Who & { memoId: number; text: string }): Promise<Memo> {
  const text = wordsOf(wish.text)
  return change(house, wish, 'edit-memo', (ledger) => ledger.update('memo', wish.memoId, { text }))
}

/** Take a memo away. */
export async function removeMemo(house: House, wish: Who & { memoId: number }): Promise<Memo> {
  return change(house, wish, 'remove-memo', (ledger) => ledger.remove('memo', wish.memoId))
}

type Work = Parameters<typeof perform<unknown>>[2]

async function change(house: House, { projectId, coderId, memoId }: Who & { memoId: number }, kind: 'edit-memo' | 'remove-memo', work: Work): Promise<Memo> {
  const known = await findMemo(house.write, projectId, memoId)
  if (!known) throw new Refusal('not-found', 'refusal.no-memo')
  await perform(house.write, { projectId, actorId: coderId, kind, about: aboutOf(known.target) }, async (ledger) => {
    if (!(await findMemo(ledger.trx, projectId, memoId))) throw new Refusal('not-found', 'refusal.no-memo')
    await work(ledger)
  })
  return known
}

function aboutOf({ kind, id }: MemoTarget) {
  if (kind === 'source') return { sourceId: id }
  if (kind === 'code') return { codeId: id }
  return kind === 'case' ? { caseId: id } : {}
}

function wordsOf(raw: string): string {
  const text = toNote(raw)
  if (text === '') throw new Refusal('invalid', 'refusal.empty-memo')
  return text
}
