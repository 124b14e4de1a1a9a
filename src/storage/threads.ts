import { groupBy } from '../domain/group-by.ts'
import type { ThreadTarget } from '../domain/thread.ts'
import type { Db } from './schema.ts'

export type Comment = { id: number; threadId: number; coderId: number; coder: string; text: string; madeAt: string }
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

export async function findThread(db: Db, projectId: number, id: number): Promise<{ id: number; resolvedAt: string | null } | undefined> {
  return db.selectFrom('thread').select(['id', 'resolved_at as resolvedAt']).where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst()
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
