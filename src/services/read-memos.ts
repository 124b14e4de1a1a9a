import { flatten, treeOf } from '../domain/code.ts'
import type { Memo, MemoTarget } from '../domain/memo.ts'
import { listCodes } from '../storage/codes.ts'
import { listPassages } from '../storage/memo-targets.ts'
import { findMemo, listMemos, listMemosOn } from '../storage/memos.ts'
import { listNames } from '../storage/names.ts'
import type { House } from '../storage/open.ts'
import { textsOf } from '../storage/source-versions.ts'

/** A memo with what it is about: a name, the words where it is about a passage, and where in the project that stands (a path after the project's). */
export type ToldMemo = Memo & {
  readonly about: string
  readonly code: { key: string; tone: number; depth: number; label: string } | null
  readonly words: string | null
  readonly to: string
}
export type MemoFilter = { kind?: MemoTarget['kind'] | undefined; coderId?: number | undefined; words?: string | undefined }

/** The memos of a project, newest first, narrowed by what they are about, who wrote them and what stands in them. */
export async function readMemos(house: House, projectId: number, filter: MemoFilter): Promise<ToldMemo[]> {
  const kinds = filter.kind ? { kinds: [filter.kind] } : {}
  const memos = await listMemos(house.read, projectId, { ...kinds, ...(filter.coderId === undefined ? {} : { coderId: filter.coderId }) })
  const wanted = (filter.words ?? '').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  return tell(
    house,
    projectId,
    memos.filter(({ text }) => wanted.every((word) => text.toLocaleLowerCase('sv').includes(word))),
  )
}

/** One memo with what it is about. */
export async function readMemo(house: House, projectId: number, id: number): Promise<ToldMemo | undefined> {
  const memo = await findMemo(house.read, projectId, id)
  return memo && (await tell(house, projectId, [memo]))[0]
}

/** The memos on one thing, oldest first. */
export async function readMemosOn(house: House, projectId: number, target: MemoTarget): Promise<Memo[]> {
  return listMemosOn(house.read, projectId, target)
}

async function tell(house: House, projectId: number, memos: readonly Memo[]): Promise<ToldMemo[]> {
  const idsOf = (kind: MemoTarget['kind']) => memos.filter(({ target }) => target.kind === kind).map(({ target }) => target.id)
  const db = house.read
  const names = await listNames(db, { sourceIds: idsOf('source'), codeIds: [], caseIds: idsOf('case') })
  const codes = new Map(flatten(treeOf(await listCodes(db, projectId))).map((code) => [code.id, code]))
  const codings = new Map((await listPassages(db, projectId, 'coding', idsOf('coding'))).map((one) => [one.id, one]))
  const quotations = new Map((await listPassages(db, projectId, 'quotation', idsOf('quotation'))).map((one) => [one.id, one]))
  const texts = await textsOf(
    db,
    [...codings.values(), ...quotations.values()].map(({ sourceId }) => sourceId),
  )
  return memos.map((memo) => {
    const { kind, id } = memo.target
    const passage = kind === 'coding' ? codings.get(id) : kind === 'quotation' ? quotations.get(id) : undefined
    const code = codes.get(kind === 'code' ? id : (passage?.codeId ?? 0)) ?? null
    if (passage) {
      const words = texts.get(passage.sourceId)!.slice(passage.start, passage.end)
      return { ...memo, about: passage.title, code, words, to: `/sources/${passage.sourceId}?at=${passage.start}-${passage.end}` }
    }
    const places = { code: `/codebook?code=${id}#code`, source: `/sources/${id}`, case: `/cases/${id}` } as const
    const name = kind === 'source' ? names.sources.get(id) : kind === 'case' ? names.cases.get(id) : code?.label
    return { ...memo, about: name ?? '', code, words: null, to: kind in places ? places[kind as keyof typeof places] : '' }
  })
}
