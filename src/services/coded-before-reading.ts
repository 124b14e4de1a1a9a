import type { CodedPlace } from '../storage/coder-codings.ts'
import { listCodes } from '../storage/codes.ts'
import { findProjectSetting } from '../storage/project-settings.ts'
import { findPlaces, type QuotationPlace } from '../storage/quotation-places.ts'
import { type CodingThen, findEndOfApart, listCodingsNow, listFirstDone, listOwnChanges, type OwnChange } from '../storage/reading-moments.ts'
import type { Db } from '../storage/schema.ts'

/**
 * What coders did to their codings of a source after others' were open to them there. `made`: codings that were put then, `changed`: those that were altered or taken
 * away. `places`: all as each had coded before that; a coding whose words are no longer in the text is left out.
 */
export type BeforeReading = { readonly places: readonly CodedPlace[]; readonly made: number; readonly changed: number; readonly coderIds: readonly number[] }

/**
 * Every coding of some coders as it was while each coded apart. Others' codings in a source are open to a coder from when they first say to be done with it, whatever they say later,
 * and from when a project stops coding apart, in the sources that they had coded by then. Where a project never coded apart there is no such moment, and all is as it stands.
 */
export async function readBeforeReading(
  db: Db,
  { projectId, coderIds }: { projectId: number; coderIds: readonly number[] },
  places: readonly CodedPlace[],
): Promise<BeforeReading> {
  const none: BeforeReading = { places, made: 0, changed: 0, coderIds: [] }
  if ((await findProjectSetting(db, projectId, 'independent')) === undefined) return none
  const done = await listFirstDone(db, projectId)
  const end = await findEndOfApart(db, projectId)
  const first = Math.min(end ?? NEVER, ...done.map(({ actId }) => actId))
  const own = first === NEVER ? [] : await listOwnChanges(db, { projectId, coderIds, afterActId: first })
  if (own.length === 0) return none
  const at = await findPlaces(db, new Set(own.flatMap(({ before, after }) => [before, after].flatMap((one) => (one ? [one.quotation_id] : [])))))
  const whereOf = ({ coderId, before, after }: OwnChange) => `${coderId} ${at.get((before ?? after)!.quotation_id)?.sourceId}`
  const doneAt = new Map(done.map(({ coderId, sourceId, actId }) => [`${coderId} ${sourceId}`, actId]))
  const now = await listCodingsNow(db, new Set(own.map(({ rowId }) => rowId)))
  const codedByThen = end === undefined ? undefined : codedBefore(places, firstOfEach(own.filter(({ actId }) => actId > end)), now, whereOf)
  const openSince = (where: string) => Math.min(doneAt.get(where) ?? NEVER, codedByThen?.has(where) ? end! : NEVER)
  const codes = new Set((await listCodes(db, projectId)).map(({ id }) => id))
  return withoutThem(places, firstOfEach(own.filter((change) => change.actId > openSince(whereOf(change)))), { now, at, codes })
}
const NEVER = Number.POSITIVE_INFINITY

/** Changes of one row as one: what the first of them found. */
function firstOfEach(changes: readonly OwnChange[]): OwnChange[] {
  const byRow = new Map<number, OwnChange>()
  for (const change of changes) if (!byRow.has(change.rowId)) byRow.set(change.rowId, change)
  return [...byRow.values()]
}

/** By whom which sources had been coded before these changes. */
function codedBefore(places: readonly CodedPlace[], changes: readonly OwnChange[], now: Now, whereOf: (change: OwnChange) => string): ReadonlySet<string> {
  const made = new Set(changes.filter(({ before }) => before === null).map(({ rowId }) => keyOf(now.get(rowId))))
  const stood = places.filter((place) => !made.has(keyOfPlace(place))).map(({ coderId, sourceId }) => `${coderId} ${sourceId}`)
  return new Set([...stood, ...changes.filter(({ before }) => before !== null).map(whereOf)])
}

/** The places as they were before these changes; what another did to the same codings since, such as to merge their codes, stays done. */
function withoutThem(places: readonly CodedPlace[], all: readonly OwnChange[], { now, at, codes }: Known): BeforeReading {
  const changes = all.filter(({ rowId, before }) => keyOf(before) !== keyOf(now.get(rowId)))
  const gone = new Set(changes.map(({ rowId }) => keyOf(now.get(rowId))))
  const back = changes.flatMap(({ rowId, before }) => {
    const place = before && at.get(before.quotation_id)
    const codeId = before && (codes.has(before.code_id) ? before.code_id : now.get(rowId)?.code_id)
    return place && codeId ? [{ ...place, codeId, coderId: before.coder_id, quotationId: before.quotation_id }] : []
  })
  return {
    places: [...places.filter((place) => !gone.has(keyOfPlace(place))), ...back],
    made: changes.filter(({ before }) => before === null).length,
    changed: changes.filter(({ before }) => before !== null).length,
    coderIds: [...new Set(changes.map(({ coderId }) => coderId))],
  }
}

type Now = ReadonlyMap<number, CodingThen>
type Known = { readonly now: Now; readonly at: ReadonlyMap<number, QuotationPlace>; readonly codes: ReadonlySet<number> }

function keyOf(coding: CodingThen | null | undefined): string {
  return coding ? `${coding.quotation_id} ${coding.code_id} ${coding.coder_id}` : ''
}

function keyOfPlace({ quotationId, codeId, coderId }: CodedPlace): string {
  return `${quotationId} ${codeId} ${coderId}`
}
