import { groupBy } from '../domain/group-by.ts'
import type { ThreadTarget } from '../domain/thread.ts'
import type { Db } from './schema.ts'
import { whileUnchanged } from './seen-version.ts'
import { isSeen } from './writer-sight.ts'

type Comment = { id: number; threadId: number; coderId: number; coder: string; text: string; madeAt: string }
/** What is said of one thing, oldest first; `resolvedBy` where it is settled. */
export type Thread = { id: number; target: { kind: ThreadTarget; id: number }; resolvedBy: string | null; resolvedAt: string | null; comments: Comment[] }

/** The threads of a project, or on one thing in it, the one that was opened last first. */
export async function listThreads(db: Db, projectId: number, on?: { kind: ThreadTarget; id: number }): Promise<Thread[]> {
  let query = db
    .selectFrom('thread')
    .leftJoin('coder', 'coder.id', 'thread.resolved_by')
    .where('project_id', '=', projectId)
    .select(['thread.id', 'target_kind as kind', 'target_id as targetId', 'resolved_at as resolvedAt', 'coder.name as resolvedBy'])
  if (on) query = query.where('target_kind', '=', on.kind).where('target_id', '=', on.id)
  const threads = await query.orderBy('thread.id', 'desc').execute()
  const comments = groupBy(await listComments(db, projectId), ({ threadId }) => threadId)
  return threads.map(({ id, kind, targetId, resolvedBy, resolvedAt }) => ({
    id,
    target: { kind, id: targetId },
    resolvedBy,
    resolvedAt,
    comments: comments.get(id) ?? [],
  }))
}

export type ThreadCount = { open: number; settled: number }

/** How many threads there are on each thing of a project, by `coding 12`. Every page asks, so it is read once while nothing changes. */
export async function countThreads(db: Db, projectId: number): Promise<ReadonlyMap<string, ThreadCount>> {
  return whileUnchanged(db, `threads ${projectId}`, async () => {
    const rows = await db
      .selectFrom('thread')
      .where('project_id', '=', projectId)
      .groupBy(['target_kind', 'target_id'])
      .select((eb) => ['target_kind as kind', 'target_id as id', eb.fn.countAll<number>().as('n'), eb.fn.count<number>('resolved_at').as('settled')])
      .execute()
    return new Map(rows.map(({ kind, id, n, settled }) => [`${kind} ${id}`, { open: Number(n) - Number(settled), settled: Number(settled) }]))
  })
}

export async function findThread(db: Db, projectId: number, id: number): Promise<{ id: number; resolvedAt: string | null } | undefined> {
  const query = db.selectFrom('thread').select(['id', 'resolved_at as resolvedAt']).where('project_id', '=', projectId)
  const thread = await query.where('id', '=', id).executeTakeFirst()
  return thread && (await isSeen(db, 'thread', id)) ? thread : undefined
}

async function listComments(db: Db, projectId: number): Promise<Comment[]> {
  return db
    .selectFrom('comment')
    .innerJoin('thread', 'thread.id', 'comment.thread_id')
    .innerJoin('coder', 'coder.id', 'comment.coder_id')
    .where('thread.project_id', '=', projectId)
    .select(['comment.id', 'thread_id as threadId', 'coder_id as coderId', 'coder.name as coder', 'text', 'comment.made_at as madeAt'])
    .orderBy('comment.id')
    .execute()
}
