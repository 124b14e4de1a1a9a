import { type Code, flatten, treeOf } from '../../domain/code.ts'
import type { Exchanged, ExchangedCode, ExchangedMemo, ExchangedSelection, ExchangedSet, ExchangedSource, MemoPlace } from '../../domain/exchanged.ts'
import type { Filter } from '../../domain/filter.ts'
import { parseFilter } from '../../domain/parse-filter.ts'
import { listCodes } from '../../storage/codes.ts'
import { type ExchangeRows, readExchangeRows, readOriginals } from '../../storage/exchange-rows.ts'
import type { Db } from '../../storage/schema.ts'
import { textsOf } from '../../storage/source-versions.ts'
import { listAttributes, listSourceCases, listStudyCases } from '../../storage/study-cases.ts'

/** `shared`: sources whose original file other sources come from too, so that it is none of theirs alone. */
export type Gathered = { readonly project: Exchanged; readonly sources: readonly ExchangedSource[]; readonly dynamicSets: number; readonly shared: number }

/** A project as other programs can have it. */
export async function gatherExchange(db: Db, projectId: number): Promise<Gathered> {
  const rows = await readExchangeRows(db, projectId)
  const codes = flatten(treeOf(await listCodes(db, projectId)))
  const codeAt = placesOf(codes)
  const userAt = placesOf(rows.coders)
  const sources = await gatherSources(db, rows, { codeAt, userAt })
  const { cases, variables, caseAt } = await gatherCases(db, projectId, placesOf(rows.sources))
  const sets = rows.sets.map((row) => ({ row, set: setOf(row, rows, codeAt) }))
  const project: Exchanged = {
    name: rows.project.name,
    origin: '',
    description: rows.project.research_question,
    users: rows.coders.map(({ guid, name }) => ({ guid, name })),
    codes: codes.map((code) => asExchanged(code, codeAt)),
    variables,
    cases,
    memos: gatherMemos(rows, { codeAt, userAt, caseAt }),
    sets: sets.flatMap(({ set }) => set ?? []),
  }
  const shared = sources.filter(({ original }, at) => !original && rows.sources[at]!.original_id !== null).length
  return { project, sources, dynamicSets: sets.filter(({ set }) => !set).length, shared }
}

function asExchanged(
  { guid, parentId, label, color, definition, whenToUse, whenNot, example, retiredAt }: Code,
  codeAt: ReadonlyMap<number, number>,
): ExchangedCode {
  const parent = parentId === null ? null : codeAt.get(parentId)!
  return { guid, parent, label, color, definition, whenToUse, whenNot, example, retired: retiredAt !== null }
}

function placesOf(rows: readonly { id: number }[]): Map<number, number> {
  return new Map(rows.map(({ id }, at) => [id, at]))
}

type Places = { codeAt: ReadonlyMap<number, number>; userAt: ReadonlyMap<number, number> }

async function gatherSources(db: Db, rows: ExchangeRows, { codeAt, userAt }: Places): Promise<ExchangedSource[]> {
  const codings = groupBy(rows.codings, (row) => row.quotation_id)
  const quotations = groupBy(rows.quotations, (row) => row.source_id)
  const uses = groupBy(rows.sources, (row) => row.original_id)
  const alone = rows.sources.filter(({ original_id }) => original_id !== null && uses.get(original_id)!.length === 1)
  const originals = await readOriginals(
    db,
    alone.map((row) => row.original_id!),
  )
  const texts = await textsOf(
    db,
    rows.sources.map((row) => row.id),
  )
  const selectionOf = ({ id, guid, start_offset, end_offset }: ExchangeRows['quotations'][number]): ExchangedSelection => ({
    guid,
    start: start_offset,
    end: end_offset,
    codings: (codings.get(id) ?? []).map((row) => ({ guid: row.guid, code: codeAt.get(row.code_id)!, user: userAt.get(row.coder_id)!, at: row.made_at })),
  })
  return rows.sources.map(({ id, guid, title, kind, language, status, made_at, original_id, original_name }) => {
    const bytes = original_id === null ? undefined : originals.get(original_id)
    const selections = (quotations.get(id) ?? []).map(selectionOf)
    const original = bytes ? { name: original_name ?? '', bytes } : null
    return { guid, title, kind, language, status, madeAt: made_at, text: texts.get(id)!, original, selections }
  })
}

async function gatherCases(db: Db, projectId: number, sourceAt: ReadonlyMap<number, number>) {
  const attributes = await listAttributes(db, projectId)
  const links = groupBy(await listSourceCases(db, projectId), (link) => link.caseId)
  const stored = await listStudyCases(db, projectId)
  const cases = stored.map(({ id, guid, name, kind, values }) => ({
    guid,
    name,
    kind,
    values: attributes.flatMap((attribute, variable) => (values.has(attribute.id) ? [{ variable, value: values.get(attribute.id)! }] : [])),
    sources: (links.get(id) ?? []).map((link) => sourceAt.get(link.sourceId)!).sort((a, b) => a - b),
  }))
  return { cases, variables: attributes.map(({ guid, name, type }) => ({ guid, name, type })), caseAt: placesOf(stored) }
}

function gatherMemos(rows: ExchangeRows, { codeAt, userAt, caseAt }: Places & { caseAt: ReadonlyMap<number, number> }): ExchangedMemo[] {
  const sourceAt = placesOf(rows.sources)
  const quotationAt = new Map<number, { at: number; selection: number }>()
  for (const [sourceId, list] of groupBy(rows.quotations, (row) => row.source_id))
    for (const [selection, { id }] of list.entries()) quotationAt.set(id, { at: sourceAt.get(sourceId)!, selection })
  const codingAt = new Map<number, MemoPlace>()
  for (const [quotationId, list] of groupBy(rows.codings, (row) => row.quotation_id))
    for (const [coding, { id }] of list.entries()) codingAt.set(id, { kind: 'coding', ...quotationAt.get(quotationId)!, coding })
  const at = { source: sourceAt, code: codeAt, case: caseAt }
  const placeOf = (kind: ExchangeRows['memos'][number]['target_kind'], id: number): MemoPlace | undefined => {
    if (kind === 'project') return { kind }
    if (kind === 'finding') return undefined
    if (kind === 'coding') return codingAt.get(id)
    if (kind === 'quotation') return quotationAt.has(id) ? { kind, ...quotationAt.get(id)! } : undefined
    return at[kind].has(id) ? { kind, at: at[kind].get(id)! } : undefined
  }
  return rows.memos.flatMap(({ guid, target_kind, target_id, coder_id, text, made_at }) => {
    const on = placeOf(target_kind, target_id)
    return on ? [{ guid, on, user: userAt.get(coder_id)!, at: made_at, text }] : []
  })
}

/** A saved filter that is a list of codes, of sources, or of both, as a set; undefined for any other, which only we can work out. */
function setOf({ guid, name, filter }: ExchangeRows['sets'][number], { sources }: ExchangeRows, codeAt: ReadonlyMap<number, number>): ExchangedSet | undefined {
  const parsed = parseFilter(filter)
  const parts: readonly Filter[] = 'any' in parsed ? parsed.any : [parsed]
  const codes: number[] = []
  const named: number[] = []
  for (const part of parts) {
    if (!('clause' in part) || (part.clause.key !== 'code' && part.clause.key !== 'source')) return undefined
    const { key, named: thing } = part.clause
    const code = key === 'code' && 'id' in thing ? codeAt.get(thing.id) : undefined
    const source = key === 'source' && 'name' in thing ? sources.findIndex(({ title }) => title === thing.name) : -1
    if (code === undefined && source < 0) return undefined
    if (code !== undefined) codes.push(code)
    else named.push(source)
  }
  return { guid, name, codes, sources: named }
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
