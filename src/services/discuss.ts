import { toNote } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ThreadTarget } from '../domain/thread.ts'
import { type Ledger, perform } from '../storage/ledger.ts'
import type { House } from '../storage/open.ts'
import { findThread, listThreads } from '../storage/threads.ts'
import { showTarget } from './thread-targets.ts'

type Who = { projectId: number; coderId: number }

/** Begin to talk about something of the project. It outlives what it is about. */
export async function openThread(house: House, wish: Who & { target: { kind: ThreadTarget; id: number }; text: string }): Promise<number> {
  const text = wordsOf(wish.text)
  const { projectId, coderId, target } = wish
  const { result } = await perform(house.write, { projectId, actorId: coderId, kind: 'open-thread', about: aboutOf(target) }, async (ledger) => {
    const shown = await showTarget(ledger.trx, projectId, target)
    if (!shown || shown.path === null) throw new Refusal('not-found', 'refusal.no-thread-target')
    const row = { guid: crypto.randomUUID(), project_id: projectId, target_kind: target.kind, target_id: target.id, resolved_by: null, resolved_at: null }
    const id = await ledger.insert('thread', row)
    await say(ledger, id, coderId, text)
    return id
  })
  return result
}

/** Answer in a thread; one that was settled is open again. */
export async function replyToThread(house: House, wish: Who & { threadId: number; text: string }): Promise<void> {
  const text = wordsOf(wish.text)
  await changeThread(house, wish, 'reply-thread', async (ledger, id) => {
    await say(ledger, id, wish.coderId, text)
    await ledger.update('thread', id, { resolved_by: null, resolved_at: null })
  })
}

export async function resolveThread(house: House, wish: Who & { threadId: number }): Promise<void> {
  await changeThread(house, wish, 'resolve-thread', (ledger, id) =>
    ledger.update('thread', id, { resolved_by: wish.coderId, resolved_at: new Date().toISOString() }),
  )
}

/** What was asked in a memo is settled: the threads on it, or where there is none, one that is settled from the beginning. */
export async function settleMemo(house: House, { projectId, coderId, memoId }: Who & { memoId: number }): Promise<void> {
  const target = { kind: 'memo', id: memoId } as const
  const settled = { resolved_by: coderId, resolved_at: new Date().toISOString() }
  await perform(house.write, { projectId, actorId: coderId, kind: 'resolve-thread' }, async (ledger) => {
    const shown = await showTarget(ledger.trx, projectId, target)
    if (!shown || shown.path === null) throw new Refusal('not-found', 'refusal.no-thread-target')
    const threads = await listThreads(ledger.trx, projectId, target)
    for (const { id, resolvedAt } of threads) if (resolvedAt === null) await ledger.update('thread', id, settled)
    if (threads.length === 0)
      await ledger.insert('thread', { guid: crypto.randomUUID(), project_id: projectId, target_kind: 'memo', target_id: memoId, ...settled })
  })
}

export async function reopenThread(house: House, wish: Who & { threadId: number }): Promise<void> {
  await changeThread(house, wish, 'reopen-thread', (ledger, id) => ledger.update('thread', id, { resolved_by: null, resolved_at: null }))
}

async function changeThread(
  house: House,
  { projectId, coderId, threadId }: Who & { threadId: number },
  kind: 'reply-thread' | 'resolve-thread' | 'reopen-thread',
  work: (ledger: Ledger, id: number) => Promise<unknown>,
): Promise<void> {
  await perform(house.write, { projectId, actorId: coderId, kind }, async (ledger) => {
    const thread = await findThread(ledger.trx, projectId, threadId)
    if (!thread) throw new Refusal('not-found', 'refusal.no-thread')
    await work(ledger, thread.id)
  })
}

async function say(ledger: Ledger, threadId: number, coderId: number, text: string): Promise<void> {
  await ledger.insert('comment', { guid: crypto.randomUUID(), thread_id: threadId, coder_id: coderId, text, made_at: new Date().toISOString() })
}

function wordsOf(raw: string): string {
  const text = toNote(raw)
  if (text === '') throw new Refusal('invalid', 'refusal.no-comment')
  return text
}

function aboutOf({ kind, id }: { kind: ThreadTarget; id: number }) {
  return kind === 'code' ? { codeId: id } : kind === 'source' ? { sourceId: id } : {}
}
