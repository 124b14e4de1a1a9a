import { flatten, treeOf } from '../domain/code.ts'
import { Refusal } from '../domain/refusal.ts'
import { type ThreadTarget, waitsFor } from '../domain/thread.ts'
import { listCodes } from '../storage/codes.ts'
import { listAnswering } from '../storage/memberships.ts'
import type { House } from '../storage/open.ts'
import { newestActId } from '../storage/progress.ts'
import { findSeen } from '../storage/sign-offs.ts'
import { listSources } from '../storage/sources.ts'
import { countThreads, listThreads, type Thread } from '../storage/threads.ts'
import { readActs } from './read-history.ts'
import { readSignOffs, type ShownSignOff } from './read-sign-offs.ts'
import { isOf } from './sign-off.ts'
import { keyOf, type ShownTarget, showTarget, showTargets } from './thread-targets.ts'

export type ShownThread = Thread & { on: ShownTarget | undefined }
const MOST_NEWS = 40

/** What is talked about in a project: what waits for the reader, what else is open, what is settled; what was approved and changed since, what may be; what others did since the reader last looked. */
export async function readDiscussion(house: House, { projectId, coderId }: { projectId: number; coderId: number }) {
  const threads = await withTargets(house, projectId, await listThreads(house.read, projectId))
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null)
  const mine = await waitingFor(house, { projectId, coderId }, open)
  return {
    mine,
    open: open.filter((thread) => !mine.includes(thread)),
    resolved: threads.filter(({ resolvedAt }) => resolvedAt !== null),
    ...(await readApprovals(house, projectId)),
    news: await readNews(house, projectId, coderId),
  }
}

/** The threads that wait for the coder. */
async function waitingFor(house: House, { projectId, coderId }: Who, open: readonly ShownThread[]): Promise<ShownThread[]> {
  if (open.length === 0) return []
  const answers = await listAnswering(house.read, projectId)
  return open.filter(({ comments, on }) => waitsFor({ comments, ownerId: on?.ownerId ?? null }, { coderId, answers }))
}

async function withTargets(house: House, projectId: number, threads: readonly Thread[]): Promise<ShownThread[]> {
  const shown = await showTargets(
    house.read,
    projectId,
    threads.map(({ target }) => target),
  )
  return threads.map((thread) => ({ ...thread, on: shown.get(keyOf(thread.target)) }))
}

type Approval = { target: { kind: 'code' | 'source'; id: number }; title: string; signed: ShownSignOff | undefined }

/** Themes, and sources that are done: `changed` since they were approved, `unsigned` still to be. */
async function readApprovals(house: House, projectId: number): Promise<{ changed: Approval[]; unsigned: Approval[]; signed: Approval[] }> {
  const signed = await readSignOffs(house, projectId)
  const codes = flatten(treeOf(await listCodes(house.read, projectId))).filter(({ retiredAt }) => !retiredAt)
  const sources = await listSources(house.read, projectId)
  const things = [
    ...codes.map(({ id, key, label, depth }) => ({ target: { kind: 'code' as const, id }, title: `${key} ${label}`, asked: depth === 0 })),
    ...sources.map(({ id, title, status }) => ({ target: { kind: 'source' as const, id }, title, asked: status === 'done' })),
  ]
  const all = things.map(({ target, title, asked }) => ({ target, title, asked, signed: signed.find((one) => isOf(one, target)) }))
  return {
    changed: all.filter((one) => one.signed && !one.signed.stands),
    unsigned: all.filter((one) => one.asked && !one.signed),
    signed: all.filter((one) => one.signed?.stands),
  }
}

/** What others did since the reader last said to have looked, newest first; all where they never did. */
async function readNews(house: House, projectId: number, coderId: number) {
  const seen = (await findSeen(house.read, projectId, coderId))?.actId ?? 0
  const { acts, names } = await readActs(house, projectId, { limit: MOST_NEWS, after: seen, notBy: coderId })
  return { acts, names, since: seen, more: acts.length === MOST_NEWS, newest: await newestActId(house.read) }
}

type Who = { projectId: number; coderId: number }
/** How much waits: threads for the reader, open threads in all; for who approves, what was approved and has changed, and what is still to be. */
export type WaitingForReview = { mine: number; open: number; changed?: number; unsigned?: number }

/** Threads alone: whether an approval stands takes reading what it is of. */
export async function countThreadsWaiting(house: House, { projectId, coderId }: Who): Promise<WaitingForReview> {
  const threads = (await listThreads(house.read, projectId)).filter(({ resolvedAt }) => resolvedAt === null)
  const open = threads.length === 0 ? [] : await withTargets(house, projectId, threads)
  return { mine: (await waitingFor(house, { projectId, coderId }, open)).length, open: open.length }
}

export async function countWaitingForReview(house: House, who: Who): Promise<WaitingForReview> {
  const { changed, unsigned } = await readApprovals(house, who.projectId)
  return { ...(await countThreadsWaiting(house, who)), changed: changed.length, unsigned: unsigned.length }
}

/** How many threads there are on each thing of a project. */
export function readThreadCounts(house: House, projectId: number) {
  return countThreads(house.read, projectId)
}

/** The threads on one thing, and its approval where it is something that is approved. */
export async function readDiscussionOn(house: House, projectId: number, target: { kind: ThreadTarget; id: number }) {
  const on = await showTarget(house.read, projectId, target)
  if (!on) throw new Refusal('not-found', 'refusal.no-thread-target')
  const threads = (await listThreads(house.read, projectId, target)).map((thread) => ({ ...thread, on }))
  if (on.path === null && threads.length === 0) throw new Refusal('not-found', 'refusal.no-thread-target')
  const signed = target.kind === 'code' || target.kind === 'source' ? (await readSignOffs(house, projectId)).find((one) => isOf(one, target)) : undefined
  return { on, threads, signed, newest: await newestActId(house.read) }
}
