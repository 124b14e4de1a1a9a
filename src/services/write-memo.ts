import type { ActAbout } from '../domain/act.ts'
import type { Memo, MemoPlace } from '../domain/memo.ts'
import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import { ensureFinding, removeFindingIfUnused } from '../storage/findings.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import { letGoOfQuotation } from '../storage/let-go-of-quotation.ts'
import { hasTarget, listPassages } from '../storage/memo-targets.ts'
import { findMemo } from '../storage/memos.ts'
import type { House } from '../storage/open.ts'

type Who = { projectId: number; coderId: number }

/** A new memo on something of the project; the first in a cell makes its finding. Refused where the thing is not there, or the memo has no words. @returns its id */
export async function writeMemo(house: House, wish: Who & { place: MemoPlace; text: string }): Promise<number> {
  const text = wordsOf(wish.text)
  const { projectId, coderId, place } = wish
  const about = await aboutOf(house, projectId, place)
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'write-memo', about }, async (ledger) => {
    if (!(await hasTarget(ledger.trx, projectId, place))) throw new Refusal('not-found', 'refusal.no-memo-target')
    const targetId = place.kind === 'finding' ? await ensureFinding(ledger, place) : place.id
    const row = { guid: crypto.randomUUID(), project_id: projectId, target_kind: place.kind, target_id: targetId, coder_id: coderId, text }
    return ledger.insert('memo', { ...row, made_at: new Date().toISOString() })
  })
  return result
}

/** Write a memo anew. Whoever it is by: the history tells who changed it. */
export async function editMemo(house: House, wish: Who & { memoId: number; text: string }): Promise<Memo> {
  const text = wordsOf(wish.text)
  return change(house, wish, 'edit-memo', (ledger) => ledger.update('memo', wish.memoId, { text }))
}

/** Take a memo away; the finding of a cell goes with the last of what is in it, and so does a quotation that no coding keeps. */
export async function removeMemo(house: House, wish: Who & { memoId: number }): Promise<Memo> {
  return change(house, wish, 'remove-memo', async (ledger, { target }) => {
    await ledger.remove('memo', wish.memoId)
    if (target.kind === 'finding') await removeFindingIfUnused(ledger, target.id)
    if (target.kind === 'quotation') await letGoOfQuotation(ledger, target.id)
  })
}

type Work = (ledger: Ledger, memo: Memo) => Promise<unknown>

async function change(house: House, { projectId, coderId, memoId }: Who & { memoId: number }, kind: 'edit-memo' | 'remove-memo', work: Work): Promise<Memo> {
  const known = await findMemo(house.write, projectId, memoId)
  if (!known) throw new Refusal('not-found', 'refusal.no-memo')
  const about = await aboutOf(house, projectId, known.place)
  await perform(house.write, { projectId, actorId: coderId, kind, about }, async (ledger) => {
    const standing = await findMemo(ledger.trx, projectId, memoId)
    if (!standing) throw new Refusal('not-found', 'refusal.no-memo')
    await work(ledger, standing)
  })
  return known
}

async function aboutOf(house: House, projectId: number, place: MemoPlace): Promise<ActAbout> {
  if (place.kind === 'finding') return { caseId: place.caseId, ...(place.codeId !== null && { codeId: place.codeId }) }
  if (place.kind === 'source') return { sourceId: place.id }
  if (place.kind === 'code') return { codeId: place.id }
  if (place.kind === 'case') return { caseId: place.id }
  if (place.kind === 'project') return {}
  const [passage] = await listPassages(house.write, projectId, place.kind, [place.id])
  return passage ? { sourceId: passage.sourceId, ...(passage.codeId !== null && { codeId: passage.codeId }) } : {}
}

function wordsOf(raw: string): string {
  const text = toNote(raw)
  if (text === '') throw new Refusal('invalid', 'refusal.empty-memo')
  return text
}
