import { type CodeNode, flatten, treeOf } from '../domain/code.ts'
import { contextOf } from '../domain/context.ts'
import { type Paragraph, paragraphsOf, paragraphsUnder } from '../domain/paragraph.ts'
import { parseFilter } from '../domain/parse-filter.ts'
import { readAttribution } from '../storage/case-turns.ts'
import { listCoders } from '../storage/coders.ts'
import { listCodes } from '../storage/codes.ts'
import { listNameables } from '../storage/nameables.ts'
import { listGuids } from '../storage/quotation-addresses.ts'
import { listSelected, type SelectedCoding } from '../storage/quotations.ts'
import { resolveFilter } from '../storage/resolve-filter.ts'
import type { Db } from '../storage/schema.ts'
import { labelEndsOf } from '../storage/source-spans.ts'
import { textsOf } from '../storage/source-versions.ts'

export const PAGE_SIZE = 50

/** A quotation of the list with the selected codings on it. `paragraph` is its number to cite by. */
export type ReadQuotation = {
  id: number
  /** By which it is known for good. */
  guid: string
  source: { id: number; title: string }
  start: number
  end: number
  paragraph: number
  words: string
  before: string
  after: string
  cases: string[]
  codes: Pick<CodeNode, 'id' | 'key' | 'tone' | 'depth' | 'label' | 'path'>[]
  coders: string[]
  /** The selected codings on it, by their code. */
  codings: { codeId: number; ids: number[] }[]
}
/** One page of a filter's quotations; `total` counts the whole list. */
export type QuotationPage = { quotations: ReadQuotation[]; total: { quotations: number; codings: number }; page: number; pages: number }

/** The quotations that a filter selects, in the order of the study, a page at a time (50; a page past the end is the last). */
export async function readQuotations(db: Db, wish: { projectId: number; filter: string; page?: number; size?: number }): Promise<QuotationPage> {
  const { projectId, size = PAGE_SIZE } = wish
  const codings = await listSelected(db, await resolveFilter(db, projectId, parseFilter(wish.filter)))
  const groups = byQuotation(codings)
  const pages = Math.max(1, Math.ceil(groups.length / size))
  const page = Math.min(Math.max(1, wish.page ?? 1), pages)
  const quotations = await written(db, projectId, groups.slice((page - 1) * size, page * size))
  return { quotations, total: { quotations: groups.length, codings: codings.length }, page, pages }
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

async function written(db: Db, projectId: number, groups: readonly SelectedCoding[][]): Promise<ReadQuotation[]> {
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
  return groups.map((group) => {
    const { quotationId, sourceId, start, end } = group[0]!
    const text = texts.get(sourceId)!
    return {
      id: quotationId,
      guid: guids.get(quotationId)!,
      source: { id: sourceId, title: titles.get(sourceId)! },
      start,
      end,
      paragraph: paragraphsUnder(paragraphs.get(sourceId)!, { start, end }).find(({ number }) => number !== null)?.number ?? 1,
      words: text.slice(start, end),
      ...contextOf(text, { start, end }, labels.get(sourceId)),
      cases: attribution.casesOf(sourceId, start, end).map((id) => cases.get(id)!),
      codes: inTreeOrder(nodes, group),
      coders: [...new Set(group.map(({ coderId }) => coders.get(coderId)!))],
      codings: byCode(group),
    }
  })
}

function byCode(group: readonly SelectedCoding[]): ReadQuotation['codings'] {
  return [...new Set(group.map(({ codeId }) => codeId))].map((codeId) => ({
    codeId,
    ids: group.filter((one) => one.codeId === codeId).map((one) => one.id),
  }))
}

function inTreeOrder(nodes: ReadonlyMap<number, CodeNode>, group: readonly SelectedCoding[]): ReadQuotation['codes'] {
  const used = new Set(group.map(({ codeId }) => codeId))
  return [...nodes.values()].filter(({ id }) => used.has(id)).map(({ id, key, tone, depth, label, path }) => ({ id, key, tone, depth, label, path }))
}
