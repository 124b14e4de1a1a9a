import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { asItStands, type Cut } from '../domain/cut.ts'
import type { Memo, MemoPlace, MemoTarget } from '../domain/memo.ts'
import { listCodes } from '../storage/codes.ts'
import { findFindingAt, listQuestionTexts } from '../storage/findings.ts'
import { listPassages, type MemoPassage } from '../storage/memo-targets.ts'
import { findMemo, listMemos, listMemosOn } from '../storage/memos.ts'
import { listNames, type Names } from '../storage/names.ts'
import type { House } from '../storage/open.ts'
import type { Db } from '../storage/schema.ts'
import { textsOf } from '../storage/source-versions.ts'
import { type LinkedMemo, linkMemos, numberAt } from './link-memos.ts'

/** A memo with what it is about: a name, the words where it is about a passage, and where in the project that stands (a path after the project's). */
export type ToldMemo = LinkedMemo & {
  readonly about: string
  readonly code: { id: number; key: string; tone: number; depth: number; label: string; path: string } | null
  /** Of a passage: its words, where they stand, and the guid of its quotation. */
  readonly passage: { words: string; source: string; paragraph: number; guid: string } | null
  readonly to: string
}
export const memoOrders = ['newest', 'oldest'] as const
export type MemoFilter = {
  kind?: MemoTarget['kind'] | undefined
  coderId?: number | undefined
  codeId?: number | undefined
  sourceId?: number | undefined
  words?: string | undefined
  order?: (typeof memoOrders)[number] | undefined
}
const MEMOS_A_PAGE = 50

/** The memos of a project, narrowed: by what they are about, who wrote them, a code (with those below it) or a source that they have to do with, and their words. A page at a time, where one is asked for. */
export async function readMemos(
  db: Db,
  projectId: number,
  filter: MemoFilter,
  page?: number,
  cut: Cut = asItStands,
): Promise<{ memos: ToldMemo[]; total: number; page: number; pages: number }> {
  const kinds = filter.kind ? { kinds: [filter.kind] } : {}
  const memos = await listMemos(db, projectId, { ...kinds, ...(filter.coderId === undefined ? {} : { coderId: filter.coderId }) })
  const around = await surroundingsOf(db, projectId, memos)
  const fits = fitting(filter, around)
  const fitted = memos.filter(fits)
  if (filter.order === 'oldest') fitted.reverse()
  const pages = Math.max(1, Math.ceil(fitted.length / MEMOS_A_PAGE))
  const at = Math.min(Math.max(1, page ?? 1), pages)
  const shown = page === undefined ? fitted : fitted.slice((at - 1) * MEMOS_A_PAGE, at * MEMOS_A_PAGE)
  return { memos: await tell(db, projectId, shown, around, cut), total: fitted.length, page: at, pages }
}

/** One memo with what it is about. */
export async function readMemo(house: House, projectId: number, id: number): Promise<ToldMemo | undefined> {
  const memo = await findMemo(house.read, projectId, id)
  return memo && (await tell(house.read, projectId, [memo], await surroundingsOf(house.read, projectId, [memo])))[0]
}

/** Some memos with what each is about. */
export async function tellMemos(db: Db, projectId: number, memos: readonly Memo[]): Promise<ToldMemo[]> {
  return tell(db, projectId, memos, await surroundingsOf(db, projectId, memos))
}

/** The memos on one thing, oldest first. */
export async function readMemosOn(house: House, projectId: number, place: MemoPlace): Promise<LinkedMemo[]> {
  const id = place.kind === 'finding' ? await findFindingAt(house.read, place) : place.id
  return id === undefined ? [] : linkMemos(house.read, projectId, await listMemosOn(house.read, projectId, { kind: place.kind, id }))
}

type Surroundings = { codes: Map<number, CodeNode>; passageOf: (memo: Memo) => MemoPassage | undefined }

async function surroundingsOf(db: Db, projectId: number, memos: readonly Memo[]): Promise<Surroundings> {
  const codes = new Map(flatten(treeOf(await listCodes(db, projectId))).map((code) => [code.id, code]))
  const passages = new Map<string, MemoPassage>()
  for (const kind of ['coding', 'quotation'] as const) {
    const ids = memos.filter(({ target }) => target.kind === kind).map(({ target }) => target.id)
    for (const passage of await listPassages(db, projectId, kind, ids)) passages.set(`${kind} ${passage.id}`, passage)
  }
  return { codes, passageOf: ({ target }) => passages.get(`${target.kind} ${target.id}`) }
}

function codeIdOf({ place }: Memo, passage: MemoPassage | undefined): number | null {
  if (place.kind === 'code') return place.id
  return place.kind === 'finding' ? place.codeId : (passage?.codeId ?? null)
}

function fitting(filter: MemoFilter, { codes, passageOf }: Surroundings): (memo: Memo) => boolean {
  const wanted = (filter.words ?? '').toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  const node = filter.codeId === undefined ? undefined : codes.get(filter.codeId)
  const under = new Set(node ? withDescendants(node).map(({ id }) => id) : [])
  return (memo) => {
    const passage = passageOf(memo)
    if (filter.codeId !== undefined && !under.has(codeIdOf(memo, passage) ?? 0)) return false
    if (filter.sourceId !== undefined && filter.sourceId !== (memo.place.kind === 'source' ? memo.place.id : passage?.sourceId)) return false
    return wanted.every((word) => memo.text.toLocaleLowerCase('sv').includes(word))
  }
}

async function tell(db: Db, projectId: number, memos: readonly Memo[], { codes, passageOf }: Surroundings, cut: Cut = asItStands): Promise<ToldMemo[]> {
  const places = memos.map(({ place }) => place)
  const names = await listNames(db, {
    sourceIds: places.flatMap((place) => (place.kind === 'source' ? place.id : [])),
    codeIds: [],
    caseIds: places.flatMap((place) => (place.kind === 'case' ? place.id : place.kind === 'finding' ? place.caseId : [])),
  })
  const questions = await listQuestionTexts(
    db,
    places.flatMap((place) => (place.kind === 'finding' && place.questionId !== null ? place.questionId : [])),
  )
  const texts = await textsOf(
    db,
    memos.flatMap((memo) => passageOf(memo)?.sourceId ?? []),
  )
  return (await linkMemos(db, projectId, memos, cut)).map((memo) => {
    const passage = passageOf(memo)
    const code = codes.get(codeIdOf(memo, passage) ?? 0) ?? null
    if (!passage) return { ...memo, ...named(memo.place, names, code, questions), code, passage: null }
    const text = texts.get(passage.sourceId)!
    const { start, end, guid, title: source } = passage
    const told = { words: cut(text, { start, end }), source, paragraph: numberAt(text, passage), guid }
    return { ...memo, about: source, code, passage: told, to: `/q/${guid}` }
  })
}

function named(place: MemoPlace, names: Names, code: CodeNode | null, questions: ReadonlyMap<number, { text: string }>): { about: string; to: string } {
  if (place.kind === 'finding') {
    const row = code?.label ?? questions.get(place.questionId ?? 0)?.text ?? ''
    const to = place.codeId === null ? `/answers/${place.caseId}?question=${place.questionId}` : `/matrix?cell=${place.codeId}.${place.caseId}`
    return { about: `${names.cases.get(place.caseId) ?? ''} × ${row}`, to }
  }
  if (place.kind === 'code') return { about: code?.label ?? '', to: `/codebook?code=${place.id}#code` }
  if (place.kind === 'source') return { about: names.sources.get(place.id) ?? '', to: `/sources/${place.id}` }
  return place.kind === 'case' ? { about: names.cases.get(place.id) ?? '', to: `/cases/${place.id}` } : { about: '', to: '' }
}
