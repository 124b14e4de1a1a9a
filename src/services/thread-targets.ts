import { flatten, treeOf } from '../domain/code.ts'
import { type ThreadTarget, threadTargets } from '../domain/thread.ts'
import { findLastActors } from '../storage/acts.ts'
import { listCodes } from '../storage/codes.ts'
import { listCodingsById } from '../storage/codings.ts'
import { listCellsOf } from '../storage/finding-cells.ts'
import { findLastRow } from '../storage/known-rows.ts'
import { listMemosById } from '../storage/memos.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { listSources } from '../storage/sources.ts'

/** Something that is talked about: what it is called, its words, where it is (null where it is gone), whose it is. */
export type ShownTarget = { kind: ThreadTarget; id: number; title: string; words: string | null; path: string | null; ownerId: number | null }

type Target = { kind: ThreadTarget; id: number }

/** What people talk about, in the words of now; of what is gone, what the history knows. */
export async function showTarget(db: Db, projectId: number, target: Target): Promise<ShownTarget | undefined> {
  return (await showTargets(db, projectId, [target])).get(keyOf(target))
}

/** Several of them by `coding 12`, each kind read once. */
export async function showTargets(db: Db, projectId: number, targets: readonly Target[]): Promise<Map<string, ShownTarget>> {
  const shown = new Map<string, ShownTarget>()
  for (const kind of threadTargets) {
    const wanted = new Set(targets.filter((one) => one.kind === kind).map(({ id }) => id))
    if (wanted.size > 0) for (const [id, found] of await show[kind](db, projectId, wanted)) shown.set(keyOf({ kind, id }), { kind, id, ...found })
  }
  for (const target of targets.filter((one) => !shown.has(keyOf(one)))) {
    const gone = await tellGone(db, projectId, target)
    if (gone) shown.set(keyOf(target), gone)
  }
  return shown
}

export function keyOf({ kind, id }: Target): string {
  return `${kind} ${id}`
}

async function tellGone(db: Db, projectId: number, { kind, id }: Target): Promise<ShownTarget | undefined> {
  const last = await findLastRow(db, kind, id)
  if (!last || (last['project_id'] !== undefined && last['project_id'] !== projectId)) return undefined
  const words = typeof last['text'] === 'string' ? last['text'] : null
  return { kind, id, title: String(last['label'] ?? last['title'] ?? ''), words, path: null, ownerId: null }
}

type Found = Omit<ShownTarget, 'kind' | 'id'>
type Show = (db: Db, projectId: number, ids: ReadonlySet<number>) => Promise<[number, Found][]>
const show: Record<ThreadTarget, Show> = {
  coding: async (db, projectId, ids) => {
    const codings = await listCodingsById(db, projectId, ids)
    const labels = new Map((await listCodes(db, projectId)).map(({ id, label }) => [id, label]))
    const titles = new Map((await listSources(db, projectId)).map(({ id, title }) => [id, title]))
    const texts = await textsOf(
      db,
      codings.map(({ sourceId }) => sourceId),
    )
    return codings.map(({ id, codeId, sourceId, span, coderId, quotationGuid }) => {
      const words = texts.get(sourceId)!.slice(span.start, span.end)
      return [id, { title: `${labels.get(codeId) ?? ''} · ${titles.get(sourceId) ?? ''}`, words, path: `/q/${quotationGuid}`, ownerId: coderId }]
    })
  },
  code: async (db, projectId, ids) => {
    const nodes = flatten(treeOf(await listCodes(db, projectId))).filter(({ id }) => ids.has(id))
    const by = await findLastActors(db, 'code', ids)
    return nodes.map(({ id, key, label }) => [id, { title: `${key} ${label}`, words: null, path: `/codebook?code=${id}`, ownerId: by.get(id) ?? null }])
  },
  source: async (db, projectId, ids) => {
    const sources = (await listSources(db, projectId)).filter(({ id }) => ids.has(id))
    const by = await findLastActors(db, 'source', ids)
    return sources.map(({ id, title }) => [id, { title, words: null, path: `/sources/${id}`, ownerId: by.get(id) ?? null }])
  },
  memo: async (db, projectId, ids) => {
    const memos = await listMemosById(db, projectId, ids)
    return memos.map(({ id, coder, text, coderId }) => [id, { title: coder, words: text, path: `/memos#memo-${id}`, ownerId: coderId }])
  },
  finding: async (db, projectId, ids) => {
    const cells = await listCellsOf(db, projectId, ids)
    return cells.map(({ id, caseName, about, summary, address, writtenBy }) => {
      return [id, { title: `${caseName} · ${about}`, words: summary || null, path: `/framework?${address}`, ownerId: writtenBy }]
    })
  },
}
