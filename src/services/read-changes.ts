import type { Span } from '../domain/span.ts'
import { changedColumns } from '../storage/acts.ts'
import { type Between, type ChangeOfAct, listChangesBetween } from '../storage/changes-between.ts'
import { listPlacesOfCodings, listPlacesOfQuotations, type Place } from '../storage/codings.ts'
import type { House } from '../storage/open.ts'
import type { Db } from '../storage/schema.ts'

/** What acts changed on the page of one source. */
export type SourceChanges = {
  /** The acts that changed anything of it, and where in the text; no place for what lies beside it. */
  acts: Map<number, Span[]>
  /** Codes whose counts are others, in this source or elsewhere. */
  codeIds: Set<number>
  /** Names or numbers of codes, or names of coders: every coded paragraph shows them. */
  coded: boolean
  /** What a coder keeps at hand. */
  pins: boolean
  /** The codes themselves: the codebook beside the transcript and the picker. */
  codes: boolean
  /** Where codes came or went: the numbers of those after them are others. */
  codesAt: { parentId: number | null; position: number }[]
  /** More than can be drawn piece by piece: the text itself, or who speaks, what answers what, a great many rows. */
  whole: 'text' | 'more' | null
  /** The acts that did that. */
  wholeBy: Set<number>
}
export type OfSource = Between & { sourceId: number }

const MOST_ROWS = 2000

/** What acts after one and up to another changed on the page of a source, whoever made them. `db`: where the page is read, so that both are of one moment. */
export async function changesIn(db: Db, of: OfSource): Promise<SourceChanges> {
  return changesOf(await readProjectChanges(db, of), of)
}

/** What acts changed in a project, read once for all who have one of its sources before them. `rows`: null where there are too many. */
export type ProjectChanges = { rows: readonly ChangeOfAct[] | null; quotations: ReadonlyMap<number, Place>; codings: ReadonlyMap<number, Place> }

export async function readProjectChanges(db: Db, of: Between): Promise<ProjectChanges> {
  const rows = of.after < of.upTo ? await listChangesBetween(db, of, MOST_ROWS) : []
  if (rows === null) return { rows, quotations: new Map(), codings: new Map() }
  const ids = (pointers: readonly { id: number }[]) => new Set(pointers.map(({ id }) => id))
  return { rows, quotations: await listPlacesOfQuotations(db, ids(quotationsIn(rows))), codings: await listPlacesOfCodings(db, ids(notesOn('coding', rows))) }
}

/** The part of it that is seen on the page of one source. */
export function changesOf(read: ProjectChanges, { sourceId, upTo }: Pick<OfSource, 'sourceId' | 'upTo'>): SourceChanges {
  const changes: SourceChanges = { acts: new Map(), codeIds: new Set(), coded: false, codes: false, pins: false, codesAt: [], whole: null, wholeBy: new Set() }
  if (read.rows === null) return { ...changes, acts: new Map([[upTo, []]]), whole: 'more', wholeBy: new Set([upTo]) }
  for (const row of read.rows) noteRow(changes, row, sourceId)
  notePlaces(changes, read.rows, read, sourceId)
  return changes
}

/** What one act changed on the page of a source. */
export function readActChanges(house: House, { actId, ...where }: { projectId: number; sourceId: number; actId: number }): Promise<SourceChanges> {
  return changesIn(house.read, { ...where, after: actId - 1, upTo: actId })
}

/** Whether the page of the source shows anything else than before. */
export function areNone({ acts }: SourceChanges): boolean {
  return acts.size === 0
}

function noteRow(changes: SourceChanges, row: ChangeOfAct, sourceId: number): void {
  const { actId, table, before, after } = row
  const either = after ?? before ?? {}
  if (table === 'coding') for (const side of [before, after]) if (side) changes.codeIds.add(Number(side['code_id']))
  if (table === 'code') {
    touch(changes, actId)
    changes.codes = true
    if (!after || !before) changes.codesAt.push({ parentId: either['parent_id'] as number | null, position: Number(either['position']) })
    else if (changedColumns(before, after).some((column) => shownByCodings.has(column))) changes.coded = true
  }
  if (table === 'pinned_code') changes.pins = true
  if (table === 'coder' && before && after) {
    touch(changes, actId)
    changes.coded = true
  }
  if ((table === 'memo' || table === 'thread') && either['target_kind'] === 'source' && either['target_id'] === sourceId) touch(changes, actId)
  if (table === 'source_case' && either['source_id'] === sourceId) touch(changes, actId)
  if (table === 'source' && row.rowId === sourceId) noteSource(changes, row)
  if (apart.has(table) && either['source_id'] === sourceId) redraw(changes, actId, 'more')
  if (table === 'question' && before && after) redraw(changes, actId, 'more')
}
const shownByCodings = new Set(['parent_id', 'label', 'color', 'position', 'retired_at'])
/** Rows that decide who speaks, what is a question, what waits: the whole page is made of them. */
const apart = new Set(['source_span', 'speaker', 'answer_span', 'carry_review'])

function noteSource(changes: SourceChanges, { actId, before, after }: ChangeOfAct): void {
  const columns = changedColumns(before, after)
  if (columns.includes('version_id')) redraw(changes, actId, 'text')
  else if (!before || !after || columns.some((column) => ['title', 'language', 'guide_id'].includes(column))) redraw(changes, actId, 'more')
  else if (columns.includes('status')) touch(changes, actId)
}

function touch(changes: SourceChanges, actId: number, ...spans: Span[]): void {
  changes.acts.set(actId, [...(changes.acts.get(actId) ?? []), ...spans])
}

function redraw(changes: SourceChanges, actId: number, why: 'text' | 'more'): void {
  touch(changes, actId)
  // The text is what is told, where it is among what changed.
  if (why === 'text' && changes.whole === 'more') changes.wholeBy.clear()
  if (why === changes.whole || changes.whole !== 'text') changes.wholeBy.add(actId)
  if (changes.whole !== 'text') changes.whole = why
}

/** Where codings came, went or changed, and what memos and threads are about. A quotation that is gone lay where its row says that went with it. */
function notePlaces(changes: SourceChanges, rows: readonly ChangeOfAct[], { quotations, codings }: ProjectChanges, sourceId: number): void {
  const gone = new Map(rows.filter(({ table }) => table === 'quotation').map(({ rowId, before, after }) => [rowId, placeOf((before ?? after)!)]))
  const places = [
    ...quotationsIn(rows).map(({ actId, id }) => ({ actId, place: quotations.get(id) ?? gone.get(id) })),
    ...notesOn('coding', rows).map(({ actId, id }) => ({ actId, place: codings.get(id) })),
  ]
  for (const { actId, place } of places) if (place?.sourceId === sourceId) touch(changes, actId, place)
}

function quotationsIn(rows: readonly ChangeOfAct[]) {
  const ofCodings = rows.filter(({ table }) => table === 'coding').flatMap((row) => sidesOf(row).map((side) => pointer(row, side['quotation_id'])))
  return [...ofCodings, ...notesOn('quotation', rows)]
}

function notesOn(kind: 'quotation' | 'coding', rows: readonly ChangeOfAct[]) {
  const noted = rows.filter(({ table, before, after }) => (table === 'memo' || table === 'thread') && (after ?? before)!['target_kind'] === kind)
  return noted.map((row) => pointer(row, (row.after ?? row.before)!['target_id']))
}

function pointer({ actId }: ChangeOfAct, id: unknown) {
  return { actId, id: Number(id) }
}

function sidesOf({ before, after }: ChangeOfAct): Record<string, unknown>[] {
  return [before, after].filter((side) => side !== null)
}

function placeOf(row: Record<string, unknown>): Place {
  return { sourceId: Number(row['source_id']), start: Number(row['start_offset']), end: Number(row['end_offset']) }
}
