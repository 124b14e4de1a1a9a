import { flatten, treeOf } from '../domain/code.ts'
import type { ThreadTarget } from '../domain/thread.ts'
import { findLastRow } from '../storage/acts.ts'
import { listCodes } from '../storage/codes.ts'
import { findCoding } from '../storage/codings.ts'
import { findCellOf } from '../storage/finding-cells.ts'
import { findMemo } from '../storage/memos.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { findSource } from '../storage/sources.ts'

/** Something that is talked about: what it is called, its words, where it is (null where it is gone), whose it is. */
export type ShownTarget = { kind: ThreadTarget; id: number; title: string; words: string | null; path: string | null; ownerId: number | null }

/** What people talk about, in the words of now; of what is gone, what the history knows. */
export async function showTarget(db: Db, projectId: number, { kind, id }: { kind: ThreadTarget; id: number }): Promise<ShownTarget | undefined> {
  const found = await show[kind](db, projectId, id)
  if (found) return { kind, id, ...found }
  const last = await findLastRow(db, kind, id)
  if (!last || (last['project_id'] !== undefined && last['project_id'] !== projectId)) return undefined
  return {
    kind,
    id,
    title: String(last['label'] ?? last['title'] ?? ''),
    words: typeof last['text'] === 'string' ? last['text'] : null,
    path: null,
    ownerId: null,
  }
}

type Found = Omit<ShownTarget, 'kind' | 'id'> | undefined
const show: Record<ThreadTarget, (db: Db, projectId: number, id: number) => Promise<Found>> = {
  coding: async (db, projectId, id) => {
    const coding = await findCoding(db, projectId, id)
    if (!coding) return undefined
    const code = (await listCodes(db, projectId)).find((one) => one.id === coding.codeId)
    const source = await findSource(db, projectId, coding.sourceId)
    const words = (await textsOf(db, [coding.sourceId])).get(coding.sourceId)!.slice(coding.span.start, coding.span.end)
    return { title: `${code?.label ?? ''} · ${source?.title ?? ''}`, words, path: `/codings/${id}`, ownerId: coding.coderId }
  },
  code: async (db, projectId, id) => {
    const node = flatten(treeOf(await listCodes(db, projectId))).find((one) => one.id === id)
    return node && { title: `${node.key} ${node.label}`, words: null, path: `/codebook?code=${id}`, ownerId: null }
  },
  source: async (db, projectId, id) => {
    const source = await findSource(db, projectId, id)
    return source && { title: source.title, words: null, path: `/sources/${id}`, ownerId: null }
  },
  memo: async (db, projectId, id) => {
    const memo = await findMemo(db, projectId, id)
    return memo && { title: memo.coder, words: memo.text, path: `/memos#memo-${id}`, ownerId: memo.coderId }
  },
  finding: async (db, projectId, id) => {
    const cell = await findCellOf(db, projectId, id)
    return cell && { title: `${cell.caseName} · ${cell.about}`, words: cell.summary || null, path: '/framework', ownerId: null }
  },
}
