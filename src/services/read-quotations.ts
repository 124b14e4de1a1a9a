import { type CodeNode, flatten, type KeyedCode, treeOf } from '../domain/code.ts'
import { contextOf, paragraphsAround } from '../domain/context.ts'
import { stateOfFilter } from '../domain/filter.ts'
import type { ListedQuotation, QuotationPage } from '../domain/listed-quotation.ts'
import { type Paragraph, paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { overlap } from '../domain/span.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listPicked } from '../storage/evidence.ts'
import { listNameables } from '../storage/nameables.ts'
import { listGuids } from '../storage/quotation-addresses.ts'
import { listCodingPlaces, listSelected, type SelectedCoding } from '../storage/quotations.ts'
import type { Db } from '../storage/schema.ts'
import { labelEndsOf } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'
import { type Grouping, groupingOf, type ListBy } from './group-quotations.ts'
import { selectCodings } from './select-codings.ts'

const PAGE_SIZE = 50

/** `after`: go on after this quotation, or where it is gone, at the page. `only`: this quotation alone. */
export type ListWish = {
  projectId: number
  filter: string
  page?: number | undefined
  size?: number | undefined
  by?: ListBy | undefined
  context?: 'sentence' | 'paragraph' | undefined
  after?: number | undefined
  only?: number | undefined
}

/** The quotations that a filter selects, in the order of the study or by case, a page at a time (50; a page past the end is the last). */
export async function readQuotations(db: Db, wish: ListWish): Promise<QuotationPage> {
  const { projectId, size = PAGE_SIZE } = wish
  const filter = parseFilter(wish.filter)
  const codings = await listSelected(db, await selectCodings(db, projectId, filter))
  const picked = stateOfFilter(filter) ? new Set([...(await listPicked(db, projectId)).values()].flatMap((ids) => [...ids])) : NONE
  const grouping = await groupingOf(db, projectId, pickedFirst(byQuotation(codings), picked), wish.by ?? 'none')
  const { groups } = grouping
  const pages = Math.max(1, Math.ceil(groups.length / size))
  const from = beginningOf(grouping, wish, size, pages)
  const chosen = wish.only === undefined ? groups.slice(from, from + size) : groups.filter((group) => group[0]!.quotationId === wish.only)
  const last = chosen.at(-1)?.[0]
  return {
    quotations: (await written(db, wish, chosen, grouping)).map((one) => ({ ...one, evidence: picked.has(one.id) })),
    total: { quotations: groups.length, codings: codings.length },
    page: Math.floor(from / size) + 1,
    pages,
    more: last && from + size < groups.length ? { after: last.quotationId, page: Math.floor(from / size) + 2 } : null,
    grouped: grouping.counts && { some: grouping.some, of: grouping.of },
    before: from > 0 && grouping.under ? grouping.under(groups[from - 1]!).key : null,
    counts: grouping.counts,
    names: grouping.names,
  }
}

const NONE: ReadonlySet<number> = new Set()

/** What findings rest on stands before the rest of what those who were judged so have said. */
function pickedFirst(groups: SelectedCoding[][], picked: ReadonlySet<number>): SelectedCoding[][] {
  const isPicked = (group: SelectedCoding[]) => picked.has(group[0]!.quotationId)
  return [...groups.filter(isPicked), ...groups.filter((group) => !isPicked(group))]
}

function beginningOf({ groups }: Grouping, { after, page = 1 }: ListWish, size: number, pages: number): number {
  const at = after === undefined ? -1 : groups.findIndex((group) => group[0]!.quotationId === after)
  return at >= 0 ? at + 1 : (Math.min(Math.max(1, page), pages) - 1) * size
}

/** Codings put together by their quotation; they stand beside each other in the order of the study. */
export function byQuotation(codings: readonly SelectedCoding[]): SelectedCoding[][] {
  const groups: SelectedCoding[][] = []
  for (const coding of codings) {
    const last = groups.at(-1)
    if (last && last[0]!.quotationId === coding.quotationId) last.push(coding)
    else groups.push([coding])
  }
  return groups
}

async function written(db: Db, wish: ListWish, groups: readonly SelectedCoding[][], grouping: Grouping): Promise<Omit<ListedQuotation, 'evidence'>[]> {
  const { projectId } = wish
  const sourceIds = [...new Set(groups.map((group) => group[0]!.sourceId))]
  const texts = await textsOf(db, sourceIds)
  const labels = await labelEndsOf(db, sourceIds)
  const titles = new Map((await listNameables(db, projectId, 'source')).map(({ id, names }) => [id, names[0]!]))
  const nodes = new Map(flatten(treeOf(await listCodes(db, projectId))).map((node) => [node.id, node]))
  const coders = new Map((await listCoders(db)).map(({ id, name }) => [id, name]))
  const cases = new Map((await listNameables(db, projectId, 'case')).map(({ id, names }) => [id, names[0]!]))
  const attribution = await readAttribution(db, projectId, sourceIds)
  const guids = await listGuids(
    db,
    groups.map((group) => group[0]!.quotationId),
  )
  const paragraphs = new Map<number, Paragraph[]>(sourceIds.map((id) => [id, paragraphsOf(texts.get(id)!)]))
  const overlapping = placesBySource(await listCodingPlaces(db, sourceIds))
  return groups.map((group) => {
    const { quotationId, sourceId, start, end } = group[0]!
    const text = texts.get(sourceId)!
    const under = grouping.under?.(group)
    return {
      id: quotationId,
      guid: guids.get(quotationId)!,
      source: { id: sourceId, title: titles.get(sourceId)! },
      start,
      end,
      paragraph: paragraphsUnder(paragraphs.get(sourceId)!, { start, end }).find(({ number }) => number !== null)?.number ?? 1,
      words: text.slice(start, end),
      ...(wish.context === 'paragraph' ? paragraphsAround(text, { start, end }) : contextOf(text, { start, end }, labels.get(sourceId))),
      cases: attribution.casesOf(sourceId, start, end).map((id) => cases.get(id)!),
      codes: inTreeOrder(nodes, new Set(group.map(({ codeId }) => codeId))),
      coders: [...new Set(group.map(({ coderId }) => coders.get(coderId)!))],
      codings: byCode(group),
      examples: group.filter((one) => one.example).map((one) => one.id),
      also: inTreeOrder(nodes, codesOver(overlapping.get(sourceId) ?? [], group)),
      group: under ? { ...under, n: grouping.counts!.get(under.key)! } : null,
    }
  })
}

type Place = { start: number; end: number; codeId: number; id: number }

function placesBySource(rows: readonly number[][]): Map<number, Place[]> {
  const places = new Map<number, Place[]>()
  for (const [sourceId, start, end, codeId, id] of rows as [number, number, number, number, number][]) {
    const place = { start, end, codeId, id }
    const there = places.get(sourceId)
    if (there) there.push(place)
    else places.set(sourceId, [place])
  }
  return places
}

/** Codes of codings that overlap a quotation, beside those that the list selected on it. */
function codesOver(places: readonly Place[], group: readonly SelectedCoding[]): Set<number> {
  const own = new Set(group.map((one) => one.codeId))
  return new Set(places.filter((place) => !own.has(place.codeId) && overlap(place, group[0]!)).map((place) => place.codeId))
}

function byCode(group: readonly SelectedCoding[]): ListedQuotation['codings'] {
  return [...new Set(group.map(({ codeId }) => codeId))].map((codeId) => ({
    codeId,
    ids: group.filter((one) => one.codeId === codeId).map((one) => one.id),
  }))
}

function inTreeOrder(nodes: ReadonlyMap<number, CodeNode>, used: ReadonlySet<number>): KeyedCode[] {
  return [...nodes.values()].filter(({ id }) => used.has(id)).map(({ id, key, tone, depth, label, path }) => ({ id, key, tone, depth, label, path }))
}
