import type { Relation } from '../domain/co-occurrence.ts'
import { type CodeNode, flatten, treeOf, withDescendants } from '../domain/code.ts'
import { contextOf } from '../domain/context.ts'
import { both, clause } from '../domain/filter.ts'
import { type Paragraph, paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { type PassageTogether, passagesTogether } from '../domain/passages-together.ts'
import { Refusal } from '../domain/refusal.ts'
import { runsOf, type Span, wholeCharacters } from '../domain/span.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCodes } from '../storage/codes.ts'
import { listNameables } from '../storage/nameables.ts'
import { listSelected, readCounted, type SelectedCoding } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { labelEndsOf } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { readGround } from './co-occurrence-ground.ts'
import { selectCodings } from './select-codings.ts'

const PASSAGES_A_PAGE = 25
/** Of a passage that is very long, so much is shown at each side of what the codes share. */
const SHOWN = 700

export type PassagesWish = { projectId: number; filter: string; relation: Relation; words: number; codeIds: readonly number[]; page?: number }
type MarkedCode = Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label' | 'path'>
/** A passage with its words in runs; `under`: which of the wanted codes lie there, by their place in the wish. */
type ReadPassage = Span & {
  source: { id: number; title: string }
  paragraph: number
  cases: string[]
  runs: { text: string; under: number[] }[]
  before: string
  after: string
}
export type PassagePage = { codes: MarkedCode[]; passages: ReadPassage[]; total: number; page: number; pages: number }

/** The passages in which two or more codes stand together, a page at a time: as many as the table counts. Refuses fewer codes, and one that is not in the project. */
export async function readPassagesTogether(db: Db, wish: PassagesWish): Promise<PassagePage> {
  const nodes = flatten(treeOf(await listCodes(db, wish.projectId)))
  const codes = [...new Set(wish.codeIds)].map((id) => nodes.find((node) => node.id === id) ?? refuse('refusal.no-code'))
  if (codes.length < 2) refuse('refusal.two-codes')
  const sets = codes.map((code) => new Set(withDescendants(code).map(({ id }) => id)))
  const selection = await selectCodings(db, wish.projectId, parseFilter(wish.filter))
  const codings = await readCounted(db, selection)
  const found = passagesTogether(codings, sets, wish.relation, await readGround(db, wish, codings))
  const pages = Math.max(1, Math.ceil(found.length / PASSAGES_A_PAGE))
  const page = Math.min(Math.max(1, wish.page ?? 1), pages)
  const chosen = found.slice((page - 1) * PASSAGES_A_PAGE, page * PASSAGES_A_PAGE)
  const marked = (await listIn(db, wish, chosen)).filter(({ codeId }) => sets.some((set) => set.has(codeId)))
  const passages = await written(db, wish.projectId, chosen, (coding) => [...sets.keys()].filter((at) => sets[at]!.has(coding.codeId)), marked)
  return { codes: codes.map(toMarked), passages, total: found.length, page, pages }
}

function refuse(key: 'refusal.no-code' | 'refusal.two-codes'): never {
  throw key === 'refusal.no-code' ? new Refusal('not-found', 'refusal.no-code') : new Refusal('invalid', 'refusal.two-codes')
}

/** The selected codings in the sources of these passages. */
async function listIn(db: Db, { projectId, filter }: PassagesWish, passages: readonly PassageTogether[]): Promise<SelectedCoding[]> {
  const sources = [...new Set(passages.map(({ sourceId }) => sourceId))].map((id) => clause({ key: 'source', named: { id } }))
  return sources.length === 0 ? [] : listSelected(db, await selectCodings(db, projectId, both(parseFilter(filter), { any: sources })))
}

async function written(
  db: Db,
  projectId: number,
  passages: readonly PassageTogether[],
  setsOf: (coding: SelectedCoding) => number[],
  codings: readonly SelectedCoding[],
): Promise<ReadPassage[]> {
  const sourceIds = [...new Set(passages.map(({ sourceId }) => sourceId))]
  const texts = await textsOf(db, sourceIds)
  const labels = await labelEndsOf(db, sourceIds)
  const titles = new Map((await listNameables(db, projectId, 'source')).map(({ id, names }) => [id, names[0]!]))
  const cases = new Map((await listNameables(db, projectId, 'case')).map(({ id, names }) => [id, names[0]!]))
  const attribution = await readAttribution(db, projectId, sourceIds)
  const paragraphs = new Map(sourceIds.map((id) => [id, paragraphsOf(texts.get(id)!)]))
  return passages.map(({ sourceId, start, end }) => {
    const mine = codings.filter((coding) => coding.sourceId === sourceId && coding.start < end && start < coding.end)
    return {
      source: { id: sourceId, title: titles.get(sourceId)! },
      cases: attribution.casesOf(sourceId, start, end).map((id) => cases.get(id)!),
      ...wordsOfPassage({ text: texts.get(sourceId)!, paragraphs: paragraphs.get(sourceId)!, labels: labels.get(sourceId) }, { start, end }, mine, setsOf),
    }
  })
}

type Text = { text: string; paragraphs: readonly Paragraph[]; labels: ReadonlyMap<number, number> | undefined }

function wordsOfPassage({ text, paragraphs, labels }: Text, span: Span, marked: readonly SelectedCoding[], setsOf: (coding: SelectedCoding) => number[]) {
  const shown = wholeCharacters(text, shownOf(span, marked, paragraphs))
  return {
    ...span,
    paragraph: paragraphsUnder(paragraphs, span).find(({ number }) => number !== null)?.number ?? 1,
    runs: runsOf(shown, marked).map(({ start, end, under }) => ({ text: text.slice(start, end), under: [...new Set(under.flatMap(setsOf))].sort() })),
    ...contextOf(text, shown, labels),
  }
}

/** From where the first of the quotations begins to where the last ends, but no further than `SHOWN` beyond the passage and its paragraphs. */
function shownOf(span: Span, marked: readonly Span[], paragraphs: readonly Paragraph[]): Span {
  const within = paragraphsUnder(paragraphs, span)
  const least = Math.max(within[0]!.start, span.start - SHOWN)
  const most = Math.min(within.at(-1)!.end, span.end + SHOWN)
  const start = marked.reduce((first, one) => Math.min(first, one.start), span.start)
  const end = marked.reduce((last, one) => Math.max(last, one.end), span.end)
  return { start: Math.max(start, least), end: Math.min(end, most) }
}

function toMarked({ id, key, tone, depth, label, path }: CodeNode): MarkedCode {
  return { id, key, tone, depth, label, path }
}
